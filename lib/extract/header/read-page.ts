import { type Marks, SKIPPED, readMarks } from './marked-elements.ts';

/** One text node inside a line. */
export type Part = { text: string; start: number; element: Element; link: Element | null };

/** What a reader sees as one line: the text between two block boundaries or `<br>`s. */
export type Line = { text: string; parts: Part[]; block: Element; index: number };

/** All that the header's readers need from the body, gathered without layout. */
export type Page = Marks & { lines: Line[] };

// Names as `nodeName` gives them: upper case in HTML, as written in SVG and MathML. Calling toUpperCase on each costs a tenth of the walk.
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG BUTTON CITE CODE DEL DFN EM FONT I IMG INPUT INS KBD LABEL MARK Q RB RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR svg math'.split(
    ' ',
  ),
);
const MARGINS = new Set(['NAV', 'ASIDE']);
const FOOT = new Set(['FOOTER']);
const ARTICLE = new Set(['ARTICLE']);
/** NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT; the global object is not at hand here. */
const ELEMENTS_AND_TEXT = 0x1 | 0x4;
const MAX_NODES = 60_000;
/** A headline with more nodes is no headline; bounds the work on headings that hold half the page. */
const MAX_HEADING_NODES = 80;
/** Longer lines are prose; their beginning is enough here. */
const MAX_LINE = 600;

export function readPage(root: Element): Page {
  const hidden = hiddenIn(root);
  return { lines: readLines(root, hidden, MAX_NODES), ...readMarks(root, hidden) };
}

function readLines(root: Element, hidden: ReadonlySet<Node>, maxNodes: number): Line[] {
  const lines: Line[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, ELEMENTS_AND_TEXT);
  let breaks = true;
  let node = walker.nextNode();
  for (let seen = 0; node && seen < maxNodes; seen++) {
    const name = node.nodeName;
    let enters = true;
    if (name === '#text') {
      breaks = addText(lines, node, root, breaks);
    } else {
      breaks ||= !INLINE.has(name);
      enters = !SKIPPED.has(name) && !hidden.has(node);
    }
    node = enters ? walker.nextNode() : afterSubtree(walker);
  }
  for (const line of lines) line.text = line.text.trimEnd();
  return lines;
}

function afterSubtree(walker: TreeWalker): Node | null {
  let next = walker.nextSibling();
  while (!next && walker.parentNode()) next = walker.nextSibling();
  return next;
}

/** The text of an element as it is read: without scripts, buttons and hidden parts. */
export function visibleText(element: Element): string {
  if (element.childElementCount === 0) return (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
  return readLines(element, hiddenIn(element), MAX_HEADING_NODES)
    .map((line) => line.text)
    .join(' ')
    .trim();
}

/** Whether the element or one around it has one of these (upper-case) tag names. */
export function isWithin(element: Element, names: ReadonlySet<string>): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) {
    if (names.has(one.nodeName)) return true;
  }
  return false;
}

/** Whether the element stands in a menu, a side column or the foot of the page (the foot of an article is the article's). */
export function isAside(element: Element): boolean {
  return isWithin(element, MARGINS) || (isWithin(element, FOOT) && !isWithin(element, ARTICLE));
}

/** Puts a text node on the open line, or on a new one; returns whether a break is still due. */
function addText(lines: Line[], node: Node, root: Element, breaks: boolean): boolean {
  const raw = node.nodeValue ?? '';
  const element = node.parentElement;
  const last = lines.at(-1);
  if (!element || !raw) return breaks;
  if (!/\S/.test(raw)) {
    if (last && !breaks && last.text.length <= MAX_LINE && !last.text.endsWith(' ')) last.text += ' ';
    return breaks;
  }
  const { block, link } = surroundings(element, root);
  if (last && !breaks && last.block === block) {
    append(last, raw, element, link);
  } else {
    const line: Line = { text: '', parts: [], block, index: lines.length };
    lines.push(line);
    append(line, raw, element, link);
  }
  return false;
}

function append(line: Line, raw: string, element: Element, link: Element | null): void {
  if (line.text.length > MAX_LINE) return;
  const collapsed = raw.slice(0, 8 * MAX_LINE).replace(/\s+/gu, ' ');
  const text = line.text === '' || line.text.endsWith(' ') ? collapsed.trimStart() : collapsed;
  const solid = text.trim();
  if (solid) line.parts.push({ text: solid, start: line.text.length + text.indexOf(solid), element, link });
  line.text += text;
}

/** The nearest block around an inline element, and the link that it stands in. */
function surroundings(element: Element, root: Element): { block: Element; link: Element | null } {
  let block = element;
  let link: Element | null = null;
  while (block !== root && INLINE.has(block.nodeName) && block.parentElement) {
    if (block.nodeName === 'A') link = block;
    block = block.parentElement;
  }
  const outer = block.parentElement;
  return { block, link: link ?? (outer?.nodeName === 'A' ? outer : null) };
}

function hiddenIn(root: Element): Set<Element> {
  const isHidden = (element: Element) =>
    element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
  return new Set(Array.from(root.querySelectorAll('[hidden], [style]')).filter(isHidden));
}
