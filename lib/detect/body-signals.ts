import { findHeadline, headlineTest } from './headline';
import { findProse } from './prose';
import type { Signals } from './reasons';
import { textBlocks } from './text-blocks';
import { CREDIT, DATE } from './text-patterns';

/** Text nodes to read after a headline, and without one, when navigation stands before the text. */
const AFTER_HEADLINE = 1200;
const WITHOUT_HEADLINE = 1800;
/** Characters of a line that may hold a date or an author. */
const SMALL_PRINT = 100;
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** What the page's text shows: one bounded walk. The costly part. */
export function bodySignals(document: Document, body: Element): Signals {
  const title = document.querySelector('title')?.textContent ?? '';
  const social = document.head?.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '';
  const agrees = headlineTest([title, social]);
  const heading = findHeadline(document, agrees);
  let blocks = heading
    ? textBlocks(body, heading.element, { nodes: AFTER_HEADLINE, title: '' })
    : textBlocks(body, body, { nodes: WITHOUT_HEADLINE, title });
  let headline = heading?.sure ?? 0;
  if (!heading) {
    // Without a heading element the headline repeats the title to the letter: a quick test before the thorough one.
    const line = blocks.findIndex(({ text, linked }) => !linked && title.includes(text.slice(0, 8)) && agrees(text));
    if (line >= 0) {
      headline = 1;
      blocks = blocks.slice(line);
    }
  }
  const { units, paragraphs, first, last } = findProse(blocks);
  // Short lines from the headline to the first paragraph, or the first lines when there is no text.
  let lines = '';
  for (const { text } of blocks.slice(0, first < 0 ? 15 : Math.min(first + 1, 25)))
    if (text.length < SMALL_PRINT) lines += `${text}\n`;
  // Authors and sources also stand at the very beginning of the text ("… 8日电"), and below it.
  let credits = lines;
  if (first >= 0) {
    credits += blocks[first]?.text.slice(0, 60);
    for (const { text } of blocks.slice(last, last + 4)) credits += `\n${text.slice(-60)}`;
  }
  return {
    headline,
    dateNearHeadline: +DATE.test(lines),
    credit: +CREDIT.test(credits.toLowerCase()),
    textFollowsHeadline: headline > 0 && first >= 0 ? clamp((30 - first) / 20) : 0,
    longText: clamp(Math.log(units / 60) / Math.log(15)),
    paragraphs: clamp((paragraphs - 1) / 4),
    littleText: clamp((160 - units) / 100),
  };
}
