import { readingUnits } from './reading-units';
import type { TextBlock } from './text-blocks';
import { SENTENCE } from './text-patterns';

/** Text that reads as an article would: the largest group of sentence blocks that stand together. */
export type Prose = {
  /** Its reading units. */
  units: number;
  /** Its blocks. */
  paragraphs: number;
  /** Indexes of its first and last block, -1 without prose. */
  first: number;
  last: number;
};

const MIN_UNITS = 36;
/** A paragraph longer than this changes no verdict. */
const MAX_LENGTH = 1500;
const ASIDE = 'nav,footer,aside,dialog,a,[hidden]';
/** Items and cells are no parts of one text. */
const APART = ' li td th dd dt ';

/** What a block shares with its neighbours when they are one text: the nearest ancestor that holds more than it. */
function home(element: Element): Element {
  if (APART.includes(` ${element.localName} `)) return element;
  let whole = element.parentElement ?? element;
  while (whole.childElementCount === 1 && whole.parentElement) whole = whole.parentElement;
  return whole;
}

export function findProse(blocks: TextBlock[]): Prose {
  const groups = new Map<Element, Prose>();
  let best: Prose = { units: 0, paragraphs: 0, first: -1, last: -1 };
  let index = -1;
  for (const { text, linked, element } of blocks) {
    index++;
    // Cheap tests first.
    if (text.length < MIN_UNITS || linked * 5 > text.length * 2) continue;
    const units = readingUnits(text.slice(0, MAX_LENGTH));
    if (units < MIN_UNITS || !SENTENCE.test(text) || element.closest(ASIDE)) continue;
    const key = home(element);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { units: 0, paragraphs: 0, first: index, last: index }));
    group.units += units;
    group.paragraphs++;
    group.last = index;
    if (group.units > best.units) best = group;
  }
  return best;
}
