import type { TextBlock } from './text-blocks';

/** Text that reads as an article would: the largest group of sentence blocks that stand together. */
export type Prose = {
  /** Reading weight of the largest group and of all prose. */
  units: number;
  all: number;
  /** Blocks in the largest group. */
  paragraphs: number;
  /** Other groups at least a third as large: answers of a thread, teasers of a list. */
  rivals: number;
  /** Index of the first block of the largest group, -1 without prose. */
  first: number;
};

const MIN_UNITS = 36;
const ASIDE = 'nav,footer,aside,form,dialog,a,[hidden],[style*="display:none"],[style*="display: none"]';

const isProse = (block: TextBlock) =>
  block.units >= MIN_UNITS &&
  block.linkUnits < block.units * 0.4 &&
  block.stops + block.commas > 0 &&
  !block.element.closest(ASIDE);

/** What a block shares with its neighbours when they are one text: the nearest ancestor that holds more than it. */
function home(block: TextBlock): Element {
  let element = block.element;
  if (/^(?:li|t[dh]|d[dt])$/.test(element.localName)) return element;
  while (element.parentElement && element.parentElement.childElementCount === 1) element = element.parentElement;
  return element.parentElement ?? element;
}

export function findProse(blocks: TextBlock[]): Prose {
  const groups = new Map<Element, { units: number; paragraphs: number; first: number }>();
  let all = 0;
  for (const [index, block] of blocks.entries()) {
    if (!isProse(block)) continue;
    const key = home(block);
    const group = groups.get(key) ?? { units: 0, paragraphs: 0, first: index };
    group.units += block.units;
    group.paragraphs++;
    all += block.units;
    groups.set(key, group);
  }
  const [best, ...others] = [...groups.values()].toSorted((a, b) => b.units - a.units);
  if (!best) return { units: 0, all: 0, paragraphs: 0, rivals: 0, first: -1 };
  return { ...best, all, rivals: others.filter((group) => group.units * 3 > best.units).length };
}
