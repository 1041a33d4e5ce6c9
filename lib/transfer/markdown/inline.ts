/** What stands within a line: text, emphasis, links, pictures, code. */
import { emphasise, resolveEmphasis, withoutMarks } from './emphasis.ts';
import { codeSpan, escapeAddress, escapeText } from './escape.ts';

const ELEMENT = 1;
const TEXT = 3;
const LINE_BREAK = '  \n';

const EMPHASIS: Record<string, 'strong' | 'em' | 'del'> = {
  b: 'strong',
  strong: 'strong',
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  del: 'del',
  s: 'del',
};

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

function pictureOf(picture: Element): string {
  // A view keeps the picture's own address here, while `src` may be a stored copy.
  const address = picture.getAttribute('data-src') ?? picture.getAttribute('src') ?? '';
  if (!address) return '';
  const alt = escapeText((picture.getAttribute('alt') ?? '').replace(/\s+/gu, ' ').trim());
  return `![${alt}](${escapeAddress(address)})`;
}

function linkOf(link: Element): string {
  const text = marked(link.childNodes);
  const address = link.getAttribute('href') ?? '';
  // Places within the article do not exist in Markdown.
  if (!address || address.startsWith('#') || !text.trim()) return text;
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return `${before}[${inner.replaceAll(LINE_BREAK, ' ')}](${escapeAddress(address)})${after}`;
}

/** A reading aid stands in brackets after its word, where the page does not bring its own brackets. */
function readingOf(aid: Element): string {
  const text = marked(aid.childNodes);
  return aid.closest('ruby')?.querySelector('rp') || !text.trim() ? text : `(${text})`;
}

function elementOf(element: Element): string {
  const name = element.localName;
  const emphasis = EMPHASIS[name];
  if (emphasis) return emphasise(emphasis, marked(element.childNodes));
  switch (name) {
    case 'br':
      return LINE_BREAK;
    case 'img':
      return pictureOf(element);
    case 'a':
      return linkOf(element);
    case 'code':
    case 'kbd':
    case 'samp':
      return codeSpan(element.textContent);
    case 'rt':
      return readingOf(element);
    case 'q':
      return `“${marked(element.childNodes)}”`;
    case 'sup':
    case 'sub': {
      const text = marked(element.childNodes);
      return text.trim() ? `<${name}>${text}</${name}>` : '';
    }
    default:
      return marked(element.childNodes);
  }
}

function marked(nodes: Iterable<Node>): string {
  let out = '';
  for (const node of nodes) {
    if (node.nodeType === TEXT) out += escapeText(withoutMarks(node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' '));
    else if (isElement(node)) out += elementOf(node);
  }
  return out;
}

/** Inline nodes as one trimmed line, or several parted by hard breaks. */
export function inlineMarkdown(nodes: Iterable<Node>): string {
  const text = marked(nodes)
    .split(LINE_BREAK)
    .map((line) => line.replace(/ {2,}/g, ' ').trim());
  return resolveEmphasis(text.join(LINE_BREAK).replace(/^(?: {2}\n)+|(?: {2}\n)+$/g, ''));
}
