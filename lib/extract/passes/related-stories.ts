import { countUnits } from '../../cjk.ts';
import { wholeLine, wholeRun, type Line } from '../lines.ts';
import type { Pass, Removal } from '../pass.ts';
import { RELATED_HEADING, RELATED_LINE } from '../phrases/related.ts';

/** A paragraph of a story is at least this long (units of reading) and mostly not a link. */
const PROSE_UNITS = 45;
const PROSE_LINK_SHARE = 0.3;
const HEADING_UNITS = 16;
/** The rest of the page is cut at such a heading only when this share of the text stands before it. */
const BEFORE_TAIL = 0.4;
/** A box that begins with such a heading may hold this share of the text. */
const LARGEST_BOX = 0.3;
const LINE_UNITS = 60;
const TEASER_END = /(?:\.{3}|…|\[?(?:详细|详情|全文|more|read more)\]?)[\s\]】)>»]*$/iu;

const isProse = (line: Line): boolean =>
  countUnits(line.text) >= PROSE_UNITS && line.linkShare < PROSE_LINK_SHARE && !TEASER_END.test(line.text);

const isHeading = (line: Line): boolean =>
  countUnits(line.text) <= HEADING_UNITS && RELATED_HEADING.test(line.text.normalize('NFKC'));

/** Lines after a heading that belong to its list: up to the next paragraph of prose. */
function listAfter(lines: readonly Line[], start: number): number {
  const next = lines.findIndex((line, index) => index > start && isProse(line));
  return next === -1 ? lines.length : next;
}

/** The outermost block that begins with the heading: a list often stands in a box of its own. */
function boxOf(heading: Line, before: Line | undefined, body: Element): Element {
  let box = heading.block;
  for (let above = box.parentElement; above && above !== body; above = above.parentElement) {
    if (before && above.contains(before.block)) break;
    box = above;
  }
  return box;
}

/** In the middle of a story a list is made of links; a subheading of the story that only sounds alike is not. */
function isLinkList(lines: readonly Line[]): boolean {
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  const linked = lines.reduce((sum, line) => sum + line.text.length * line.linkShare, 0);
  return characters > 0 && linked / characters > 0.5;
}

/** Titles with teasers, dates and names, to the end of the page. */
function isTeaserList(lines: readonly Line[]): boolean {
  const links = lines.filter((line) => line.linkShare > 0.5 || TEASER_END.test(line.text));
  return !lines.some(isProse) && links.length >= 3 && links.length * 4 >= lines.length;
}

/** Lines `[start, end)` that the heading at `start` takes with it; empty when it is a heading of the story. */
function extent(lines: readonly Line[], start: number, textBefore: number, body: Element): number {
  const heading = lines[start];
  if (!heading) return start;
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  const end = listAfter(lines, start);
  if (textBefore > total * BEFORE_TAIL && end === lines.length) return end;
  const storyBefore = lines.slice(0, start).some(isProse);
  if (storyBefore && isTeaserList(lines.slice(start + 1))) return lines.length;
  const box = boxOf(heading, lines[start - 1], body);
  const boxed = lines.slice(start).filter((line) => box.contains(line.block));
  const boxLength = boxed.reduce((sum, line) => sum + line.text.length, 0);
  const links = boxed.filter((line) => line.linkShare > 0.5).length;
  const teasers = boxed.filter(isProse).length;
  if (storyBefore && links > 0 && teasers <= links && boxLength < total * LARGEST_BOX) return start + boxed.length;
  return isLinkList(lines.slice(start + 1, end)) ? end : start;
}

/** Links to other stories: announced by a heading, inside the text or after it, or one by one. */
export const relatedStories: Pass = (body, { lines }) => {
  const all = lines();
  const removals: Removal[] = [];
  let before = 0;
  for (let index = 0; index < all.length; index += 1) {
    const line = all[index];
    if (!line) break;
    const end = isHeading(line) ? extent(all, index, before, body) : index;
    if (end > index) {
      for (const nodes of wholeRun(all.slice(index, end), all, body)) {
        removals.push({ nodes, reason: 'A list of other stories.' });
      }
      index = end - 1;
      continue;
    }
    if (RELATED_LINE.test(line.text.normalize('NFKC')) && line.linkShare > 0.3 && countUnits(line.text) < LINE_UNITS) {
      removals.push({ nodes: wholeLine(line, body), reason: 'A link to another story.' });
    }
    before += line.text.length;
  }
  return removals;
};
