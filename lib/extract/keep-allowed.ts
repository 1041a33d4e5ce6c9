/**
 * The gate in the page: cleans an article's tree in place by an allow-list, so that no string is ever parsed.
 * Whatever becomes DOM from a string passes DOMPurify instead (`sanitize.ts`). Own code here because DOMPurify is
 * 28.8 kB of the injected script's 140 kB, most of it about what parsing can do to markup.
 */
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from './allow-list.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Gone with all that is in them: their content is no text of the article. */
const DROPPED =
  'script, style, template, noscript, noembed, noframes, iframe, object, embed, svg, video, audio, canvas, head, title, textarea, select, plaintext, xmp, annotation-xml';

const TAGS: ReadonlySet<string> = new Set(ALLOWED_TAGS);
const ATTRIBUTES: ReadonlySet<string> = new Set(ALLOWED_ATTRIBUTES);
const PICTURE_ADDRESS = /^(?:https?:\/\/|data:image\/)/i;
export const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;
/** Keeps the article's own anchors apart from the names of the page that shows it. */
const ANCHOR_PREFIX = 'q-';

/** Cleans `root` and all below it; nodes that may stay keep their identity. `root` must be in a document without a browsing context. */
export function keepAllowed(root: Element): void {
  unwrapForms(root);
  for (const node of Array.from(root.querySelectorAll(DROPPED))) node.remove();
  for (const node of silentNodes(root)) node.parentNode?.removeChild(node);
  for (const element of Array.from(root.querySelectorAll('*'))) {
    if (!isAllowed(element)) unwrap(element);
    else {
      cleanAttributes(element);
      finishElement(element);
    }
  }
  for (const { name } of Array.from(root.attributes)) root.removeAttribute(name);
}

/** The fields of a form hide its own properties (`<input name="parentNode">`), so nothing is read from it: a Range does the work. */
function unwrapForms(root: Element): void {
  const range = root.ownerDocument.createRange();
  for (const form of Array.from(root.querySelectorAll('form'))) {
    range.selectNodeContents(form);
    const inside = range.extractContents();
    range.selectNode(form);
    range.deleteContents();
    range.insertNode(inside);
  }
}

function unwrap(element: Element): void {
  const inside = element.ownerDocument.createDocumentFragment();
  while (element.firstChild) inside.append(element.firstChild);
  element.replaceWith(inside);
}

/** Comments and the like. */
function silentNodes(root: Element): Node[] {
  const nodes: Node[] = [];
  // SHOW_COMMENT | SHOW_PROCESSING_INSTRUCTION | SHOW_CDATA_SECTION
  const walker = root.ownerDocument.createTreeWalker(root, 0x80 | 0x40 | 0x8);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** Each tag in its own language only: HTML never inside a formula, formulas only below `math`. */
function isAllowed({ localName, namespaceURI, parentElement }: Element): boolean {
  const home = localName === 'math' ? HTML : namespaceURI;
  const fits = namespaceURI === HTML || namespaceURI === MATHML;
  return fits && TAGS.has(localName) && (parentElement?.namespaceURI ?? HTML) === home;
}

function cleanAttributes(element: Element): void {
  for (const { name, value } of Array.from(element.attributes)) {
    const address = name === 'src' ? PICTURE_ADDRESS : name === 'href' || name === 'cite' ? LINK_ADDRESS : null;
    if (!ATTRIBUTES.has(name) || (address && !address.test(value))) element.removeAttribute(name);
  }
}

/** What links, pictures and anchors get in either gate, once their attributes are clean. */
export function finishElement(element: Element): void {
  if (element.localName === 'a') finishLink(element);
  if (element.localName === 'img' && !PICTURE_ADDRESS.test(element.getAttribute('src') ?? '')) element.remove();
  const id = element.getAttribute('id');
  if (id !== null && !id.startsWith(ANCHOR_PREFIX)) element.setAttribute('id', ANCHOR_PREFIX + id);
}

function finishLink(link: Element): void {
  const address = link.getAttribute('href') ?? '';
  for (const name of ['rel', 'target']) link.removeAttribute(name);
  if (!address) return;
  if (address.startsWith('#')) {
    const anchor = address.slice(1).replace(/^q-/, '');
    link.setAttribute('href', `#${ANCHOR_PREFIX}${anchor}`);
    return;
  }
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('target', '_blank');
}
