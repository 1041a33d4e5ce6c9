/**
 * The gate in the page: builds an article's tree anew from an allow-list, so that no string is ever parsed.
 * Whatever becomes DOM from a string passes DOMPurify instead (`sanitize.ts`). Own code here because DOMPurify is
 * 28.8 kB of the injected script's 140 kB, most of it about what parsing can do to markup.
 *
 * Built anew and not cleaned in place, since a page's element carries more than its attributes: a clone brings along its
 * shadow root (`shadowrootclonable`, closed ones too) and the custom element that it is (`is`, also without the attribute).
 * In our view both would run the page's code. Nothing of an old element is used but name, attributes and children.
 */
import { ALLOWED_ATTRIBUTES, DROPPED_TAGS, FORMULA_TAGS, HTML_TAGS } from './allow-list.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const TAGS = new Map([
  [HTML, new Set(HTML_TAGS)],
  ['http://www.w3.org/1998/Math/MathML', new Set(FORMULA_TAGS)],
]);
const DROPPED: ReadonlySet<string> = new Set(DROPPED_TAGS);
const ATTRIBUTES: ReadonlySet<string> = new Set(ALLOWED_ATTRIBUTES);
/** Parsers stop at 512 levels; deeper markup would change its shape when it is read again. */
const MAX_DEPTH = 400;

/** SVG as well: in an `<img>` it is drawn without scripts and without loading anything. */
const PICTURE_ADDRESS = /^(?:https?:\/\/|data:image\/)/i;
export const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;
/** In an attribute no article needs it; DOMPurify drops such values too, so both gates let the same through. */
const ENDS_MARKUP = /(?:--!?|\])>|<\/(?:script|style|title|xmp|textarea|no(?:script|embed|frames)|iframe)/i;
/**
 * What a parser takes out of a paragraph. Readability makes paragraphs of blocks that hold such, and once written out and
 * read again the article would be another one than the reader saw.
 */
const ENDS_PARAGRAPH =
  'article, blockquote, dd, details, div, dl, dt, figcaption, figure, h1, h2, h3, h4, h5, h6, hr, li, ol, p, pre, section, summary, table, ul';
/** In these a parser reads tags as HTML. */
const FORMULA_TEXT = /^m(?:[inos]|text)$/;
/** Keeps the article's own anchors apart from the names of the page that shows it. */
const ANCHOR_PREFIX = 'q-';

/**
 * Replaces all below `root`, an element of our own in a document without a browsing context, by new nodes that an article
 * may hold; `root` keeps no attribute. `ours` stay themselves: elements that the page never had in its hands.
 */
export function keepAllowed(root: Element, ours: Pick<ReadonlySet<Node>, 'has'> = new Set()): void {
  const clean = root.ownerDocument.createElement('div');
  const stands: [ChildNode, Node][] = [];
  // Its steps cannot be hidden as a form's own can (`<input name="firstChild">`), and no depth overflows it.
  const walker = root.ownerDocument.createTreeWalker(root);
  const outer: Element[] = [];
  let into: Element = clean;
  let node = walker.firstChild();
  while (node) {
    let inside: Element | null = null;
    if (ours.has(node)) stands.push([into.appendChild(root.ownerDocument.createElement('wbr')), node]);
    else inside = copyNode(node, into, outer.length < MAX_DEPTH);
    node = inside && walker.firstChild();
    if (node && inside) {
      outer.push(into);
      into = inside;
    } else node = walker.nextSibling();
    while (!node && outer.length) {
      walker.parentNode();
      into = outer.pop() ?? into;
      node = walker.nextSibling();
    }
  }
  for (const [stand, own] of stands) stand.replaceWith(own);
  for (const { name } of Array.from(root.attributes)) root.removeAttribute(name);
  root.replaceChildren();
  while (clean.firstChild) root.append(clean.firstChild);
}

/** Adds to `into` what may stay of a node itself. Returns where its children go; `null`: they go nowhere. */
function copyNode(node: Node, into: Element, nest: boolean): Element | null {
  const isText = node.nodeType === 3 || node.nodeType === 4;
  if (isText) addText(node.nodeValue ?? '', into);
  // A form's fields hide even these, then they are no strings. A comment has neither name nor children.
  const { localName, namespaceURI } = node as Element;
  if (isText || DROPPED.has(localName)) return null;
  if (!nest || !isAllowed(localName, namespaceURI, into)) return into;
  const source = node as Element;
  const isBox = localName === 'p' && source.querySelector(ENDS_PARAGRAPH);
  const copy = into.ownerDocument.createElementNS(namespaceURI, isBox ? 'div' : localName);
  for (const { name, value } of Array.from(source.attributes)) {
    if (ATTRIBUTES.has(name) && isSafe(name, value)) copy.setAttribute(name, value);
  }
  into.append(copy);
  finishElement(copy);
  return copy;
}

function isSafe(name: string, value: string): boolean {
  const address = name === 'src' ? PICTURE_ADDRESS : name === 'href' || name === 'cite' ? LINK_ADDRESS : null;
  return (address?.test(value) ?? true) && !ENDS_MARKUP.test(value);
}

/** A parser drops a line break at the start of `pre`. */
function addText(text: string, into: Element): void {
  into.append(into.localName === 'pre' && !into.firstChild ? text.replace(/^\n+/, '') : text);
}

/** Each tag in its own language only: HTML never inside a formula, formulas only below `math`. No link in a link. */
function isAllowed(name: string, namespace: string | null, into: Element): boolean {
  const home = name === 'math' ? HTML : namespace;
  const fits = into.namespaceURI === home && !FORMULA_TEXT.test(into.localName) && !(name === 'a' && into.closest('a'));
  return fits && (TAGS.get(namespace ?? '')?.has(name) ?? false);
}

/** What links, pictures and anchors get in either gate, once their attributes are clean. */
export function finishElement(element: Element): void {
  if (element.localName === 'a') finishLink(element);
  else element.removeAttribute('href');
  if (element.localName !== 'img') element.removeAttribute('src');
  else if (!PICTURE_ADDRESS.test(element.getAttribute('src') ?? '')) element.remove();
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
