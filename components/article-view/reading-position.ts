/** Where the reader is in an article, to the paragraph; the same for the page it came from and for the library. */
import type { ReadingPosition } from '../../lib/article';

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, figure, pre, tr, blockquote, section, div';

/** What is read stands a little below the upper edge, free of a bar that may lie there. In px. */
const READING_LINE = 64;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

function blocksOf(body: Element): Element[] {
  return Array.from(body.querySelectorAll(BLOCKS));
}

/** Index of the last block that begins at or above `line`; 0 if none does. Blocks stand in reading order, so half the rest each time. */
function blockAt(blocks: readonly Element[], line: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const top = blocks[middle]?.getBoundingClientRect().top ?? 0;
    if (top <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineOf(scroller: Element): number {
  // The page's own scroller begins at the top of the window wherever it is scrolled to.
  const top = scroller === scroller.ownerDocument.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  return top + READING_LINE;
}

export function readPosition(scroller: Element, body: Element): ReadingPosition {
  const blocks = blocksOf(body);
  const line = lineOf(scroller);
  const block = blockAt(blocks, line);
  const box = blocks[block]?.getBoundingClientRect();
  const room = scroller.scrollHeight - scroller.clientHeight;
  return {
    block,
    within: box?.height ? clamp((line - box.top) / box.height) : 0,
    fraction: room > 0 ? clamp(scroller.scrollTop / room) : 0,
  };
}

/** Goes there at once. A block that the article no longer has (it was saved anew) falls back to the fraction. */
export function goToPosition(scroller: Element, body: Element, position: ReadingPosition): void {
  // The very beginning shows the headline, not the first line of text.
  if (position.fraction === 0) return;
  const box = blocksOf(body)[position.block]?.getBoundingClientRect();
  const top = box
    ? scroller.scrollTop + box.top + position.within * box.height - lineOf(scroller)
    : position.fraction * (scroller.scrollHeight - scroller.clientHeight);
  scroller.scrollTo({ top, behavior: 'instant' });
}
