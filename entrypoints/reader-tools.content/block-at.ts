/** Which block of a page a user means by pointing into it, and its neighbours in size. */
import { countUnits } from '../../lib/cjk';

/** An article is at least this long; a pointer over one of its paragraphs means the whole of it. In reading units. */
const ARTICLE_UNITS = 120;
/** A block of several texts is not left for one that holds this many times as much: that is another column. */
const OTHER_COLUMN = 4;
const SEVERAL_TEXTS = 3;
const TEXT_UNITS = 4;

const unitsOf = (element: Element): number => countUnits(element.textContent ?? '');

/** The parent block, also out of the shadow root of a component; never `body` itself. */
export function wider(block: Element): Element | null {
  const parent = block.parentElement;
  return parent && parent.localName !== 'body' && parent.localName !== 'html' ? parent : null;
}

/** The largest child on the way to `toward`, which lies in `block`. */
export function narrower(block: Element, toward: Element): Element | null {
  let child = toward;
  while (child.parentElement && child.parentElement !== block) child = child.parentElement;
  return child !== block && child.parentElement === block ? child : null;
}

const holdsTexts = (block: Element): boolean =>
  Array.from(block.children).filter((child) => unitsOf(child) >= TEXT_UNITS).length >= SEVERAL_TEXTS;

/** From the element under the pointer up to the first block with an article's worth of text. */
export function blockAt(element: Element): Element {
  let block = element;
  let several = false;
  for (let next = wider(block); next && unitsOf(block) < ARTICLE_UNITS; next = wider(block)) {
    several ||= holdsTexts(block);
    if (several && unitsOf(next) > unitsOf(block) * OTHER_COLUMN) return block;
    block = next;
  }
  // A long paragraph is not yet the article: its neighbours belong to it.
  const parent = wider(block);
  return parent && /^(?:p|li|blockquote|h[1-6])$/.test(block.localName) ? parent : block;
}
