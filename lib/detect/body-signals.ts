import { findHeadline, headlineTest } from './headline';
import { findProse, type Prose } from './prose';
import type { Signals } from './reasons';
import { textBlocks, type TextBlock } from './text-blocks';
import { CREDIT, DATE } from './text-patterns';

/** Text nodes to read after a headline, and without one, when navigation stands before the text. */
const AFTER_HEADLINE = 1200;
const WITHOUT_HEADLINE = 1800;
/** Characters of a line that may hold a date or an author. */
const SMALL_PRINT = 100;
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** Short lines from the headline to the first paragraph, or the first lines when there is no text. */
function header(blocks: TextBlock[], first: number): string[] {
  return blocks
    .slice(0, first < 0 ? 15 : Math.min(first + 1, 25))
    .flatMap(({ text }) => (text.length < SMALL_PRINT ? text : []));
}

/** Where authors and sources stand: above the text, at its very beginning ("… 8日电"), and below it. */
function credits(blocks: TextBlock[], lines: string[], { first, last }: Prose): string[] {
  if (first < 0) return lines;
  return [
    ...lines,
    ...blocks.slice(last, last + 4).map(({ text }) => text.slice(-60)),
    blocks[first]?.text.slice(0, 60) ?? '',
  ];
}

/** What the page's text shows: one bounded walk. The costly part. */
export function bodySignals(document: Document, body: Element): Signals {
  const title = document.querySelector('title')?.textContent ?? '';
  const social = document.head?.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '';
  const agrees = headlineTest([title, social]);
  const heading = findHeadline(document, agrees);
  let blocks = textBlocks(body, heading?.element ?? body, heading ? AFTER_HEADLINE : WITHOUT_HEADLINE);
  let headline = heading?.sure ?? 0;
  if (!heading) {
    // Without a heading element the headline repeats the title to the letter: a quick test before the thorough one.
    const line = blocks.findIndex(({ text, linked }) => !linked && title.includes(text.slice(0, 8)) && agrees(text));
    if (line >= 0) {
      headline = 1;
      blocks = blocks.slice(line);
    }
  }
  const prose = findProse(blocks);
  const lines = header(blocks, prose.first);
  return {
    headline,
    dateNearHeadline: +lines.some((text) => DATE.test(text)),
    credit: +credits(blocks, lines, prose).some((text) => CREDIT.test(text)),
    textFollowsHeadline: headline > 0 && prose.first >= 0 ? clamp((30 - prose.first) / 20) : 0,
    longText: clamp(Math.log(prose.units / 60) / Math.log(15)),
    paragraphs: clamp((prose.paragraphs - 1) / 4),
    littleText: clamp((160 - prose.units) / 100),
  };
}
