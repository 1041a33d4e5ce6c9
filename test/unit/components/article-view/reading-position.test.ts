// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { goToPosition, readPosition } from '../../../../components/article-view/reading-position';

/** jsdom has no layout: each block is 100 px high, one below the other, under a headline of 200 px. */
const HEADLINE = 200;
const BLOCK = 100;
const WINDOW = 600;

let scroller: HTMLElement;
let body: HTMLElement;

function article(blocks: number): void {
  scroller = document.createElement('div');
  body = document.createElement('div');
  scroller.append(body);
  document.body.replaceChildren(scroller);
  body.innerHTML = '<p>x</p>'.repeat(blocks);
  const box = (top: number, height: number) => ({ top, height, bottom: top + height }) as DOMRect;
  Array.from(body.children).forEach((block, index) => {
    block.getBoundingClientRect = () => box(HEADLINE + index * BLOCK - scroller.scrollTop, BLOCK);
  });
  scroller.getBoundingClientRect = () => box(0, WINDOW);
  Object.defineProperty(scroller, 'scrollHeight', { value: HEADLINE + blocks * BLOCK });
  Object.defineProperty(scroller, 'clientHeight', { value: WINDOW });
  scroller.scrollTo = ((options: ScrollToOptions) => {
    scroller.scrollTop = options.top ?? 0;
  }) as typeof scroller.scrollTo;
}

beforeEach(() => article(50));

describe('the reading position', () => {
  it.each([0, 1, 137, 1000, 2345, 4600])('leads back to where it was read: %i px', (top) => {
    scroller.scrollTop = top;
    const position = readPosition(scroller, body);
    scroller.scrollTop = 0;
    goToPosition(scroller, body, position);
    // Above the first block there is nothing to hold on to: the beginning is shown.
    expect(Math.abs(scroller.scrollTop - top)).toBeLessThanOrEqual(top < HEADLINE ? HEADLINE : 1);
  });

  it('names the block at the upper edge and the part of it that is read', () => {
    // The reading line stands 64 px below the edge.
    scroller.scrollTop = HEADLINE + 3 * BLOCK + 50 - 64;
    expect(readPosition(scroller, body)).toMatchObject({ block: 3, within: 0.5 });
  });

  it('falls back to the fraction when the article became shorter', () => {
    scroller.scrollTop = 4000;
    const position = readPosition(scroller, body);
    article(20);
    goToPosition(scroller, body, position);
    expect(scroller.scrollTop).toBeCloseTo(position.fraction * (HEADLINE + 20 * BLOCK - WINDOW));
  });

  it.each([0, 1])('is harmless in an article of %i blocks', (blocks) => {
    article(blocks);
    expect(readPosition(scroller, body)).toMatchObject({ block: 0, fraction: 0 });
  });
});
