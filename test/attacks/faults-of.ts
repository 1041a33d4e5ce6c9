/** Says what a cleaned tree must not hold. Its own list on purpose: one that is derived from the allow-list proves nothing. */

const NAMES =
  /^(?:a|abbr|article|b|bdi|bdo|blockquote|br|caption|cite|code|col|colgroup|data|dd|del|details|dfn|div|dl|dt|em|fig(?:caption|ure)|h[1-6r]|i|img|ins|kbd|li|mark|ol|p|pre|q|r[bpt]|rtc|ruby|s|samp|section|small|span|strong|su[bp]|summary|t(?:able|body|d|foot|h|head|ime|r)|u|ul|var|wbr)$/;
const FORMULA_NAMES =
  /^(?:math|m(?:enclose|error|fenced|frac|i|multiscripts|n|o|over|padded|phantom|prescripts|root|row|s|space|sqrt|style|su[bp]|subsup|table|td|text|tr|under|underover))$/;
const HTML = 'http://www.w3.org/1999/xhtml';
const MATHML = 'http://www.w3.org/1998/Math/MathML';
const SAFE_LINK = /^(?:https?:\/\/|mailto:|#q-)/i;
const SAFE_PICTURE = /^(?:https?:\/\/|data:image\/)/i;
const BAD_ATTRIBUTE =
  /^on|:|^(?:style|class|name|is|slot|part|nonce|srcset|sizes|loading|ping|action|formaction|background|poster|data|data-(?!src$|embed$|put-back$).*|srcdoc|usemap|longdesc|attributionsrc|download|form|popover.*|command.*|contenteditable|tabindex|accesskey|autofocus|role|aria-.*|item.*|manifest|codebase|code|http-equiv|content|shadowroot.*)$/i;

function faultsOfElement(element: Element): string[] {
  const { localName: name, namespaceURI: space } = element;
  const faults: string[] = [];
  const known = space === HTML ? NAMES.test(name) : space === MATHML && FORMULA_NAMES.test(name);
  if (!known) faults.push(`element ${space}:${name}`);
  if (element.shadowRoot) faults.push(`shadow root on ${name}`);
  if (/^<[^>]*\sis=/.test(element.outerHTML)) faults.push(`custom element ${name}`);
  for (const { name: attribute, value } of Array.from(element.attributes)) {
    const address = attribute === 'href' || attribute === 'cite' ? SAFE_LINK : SAFE_PICTURE;
    const isAddress = ['href', 'cite', 'src', 'data-src'].includes(attribute);
    if (BAD_ATTRIBUTE.test(attribute)) faults.push(`attribute ${attribute} on ${name}`);
    if (isAddress && !(value === '' && attribute === 'data-src') && !address.test(value))
      faults.push(`address ${value}`);
  }
  if (element.hasAttribute('href') && name !== 'a') faults.push(`link on ${name}`);
  if (element.hasAttribute('id') && !element.id.startsWith('q-')) faults.push(`id ${element.id}`);
  const leaves = element.hasAttribute('href') && !element.getAttribute('href')?.startsWith('#');
  const opens = `${element.getAttribute('rel')} ${element.getAttribute('target')}`;
  if (opens !== (leaves ? 'noopener noreferrer _blank' : 'null null')) faults.push(`link with ${opens}`);
  return faults;
}

/** Empty for a tree that may be shown. `root` itself is not looked at. */
export function faultsOf(root: Element): string[] {
  const elements = Array.from(root.querySelectorAll('*'));
  const others = [root, ...elements]
    .flatMap((element) => Array.from(element.childNodes, ({ nodeType }) => nodeType))
    .filter((type) => type !== 1 && type !== 3);
  return [...elements.flatMap(faultsOfElement), ...others.map((type) => `node of type ${type}`)];
}

/**
 * A tree as text: names, attributes in order of the alphabet, neighbouring texts as one. Two trees with the same are the
 * same, but for spaces around the values of attributes, which DOMPurify trims.
 */
export function shapeOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const children = Array.from(node.childNodes, shapeOf).join('');
  if (node.nodeType !== 1) return children;
  const { attributes, localName, namespaceURI } = node as Element;
  const named = Array.from(attributes, ({ name, value }) => ` ${name}=${JSON.stringify(value.trim())}`)
    .toSorted()
    .join('');
  return `<${namespaceURI === HTML ? '' : 'math:'}${localName}${named}>${children}</>`;
}
