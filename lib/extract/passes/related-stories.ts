import { countUnits } from '../../cjk.ts';
import { wholeLine, type Line } from '../lines.ts';
import type { Pass, Removal } from '../pass.ts';
import { RELATED_HEADING, RELATED_LINE } from '../phrases/related.ts';

/** A paragraph of a story is at least this long (units of reading) and mostly not a link. */
const PROSE_UNITS = 45;
const PROSE_LINK_SHARE = 0.3;
const HEADING_UNITS = 16;
/** The rest of the page is cut at such a heading only when this share of the text stands before it. */
const BEFORE_TAIL = 0.4;
const TEASER_END = /(?:\.{3}|…|\[?(?:详细|详情|全文|more|read more)\]?)[\s\]】)>»]*$/iu;

const isProse = (line: Line): boolean =>
  countUnits(line.text) >= PROSE_UNITS && line.linkShare < PROSE_LINK_SHARE && !TEASER_END.test(line.text);

const isHeading = (line: Line): boolean =>
  countUnits(line.text) <= HEADING_UNITS && RELATED_HEADING.test(line.text.normalize('NFKC'));

/** Lines after a heading that belong to its list: up to the next paragraph of prose. */
function listAfter(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end];
    if (!line || isProse(line)) break;
    end += 1;
  }
  return end;
}

/** In the middle of a story a list is made of links; a subheading of the story that only sounds alike is not. */
function isLinkList(lines: readonly Line[]): boolean {
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  const linked = lines.reduce((sum, line) => sum + line.text.length * line.linkShare, 0);
  return characters > 0 && linked / characters > 0.5;
}

/** Links to other stories: announced by a heading, inside the text or after it, or one by one. */
export const relatedStories: Pass = (body, { lines }) => {
  const all = lines();
  const total = all.reduce((sum, line) => sum + line.text.length, 0);
  const removals: Removal[] = [];
  const drop = (line: Line, reason: string): void => void removals.push({ nodes: wholeLine(line, body), reason });
  let before = 0;
  for (let index = 0; index < all.length; index += 1) {
    const line = all[index];
    if (!line) break;
    if (isHeading(line)) {
      const end = listAfter(all, index);
      const isTail = before > total * BEFORE_TAIL && !all.slice(end).some(isProse);
      const list = all.slice(index + 1, end);
      if (isTail || isLinkList(list)) {
        for (const item of all.slice(index, end)) drop(item, 'A list of other stories.');
        before += all.slice(index, end).reduce((sum, item) => sum + item.text.length, 0);
        index = end - 1;
        continue;
      }
    } else if (RELATED_LINE.test(line.text.normalize('NFKC')) && line.linkShare > 0.3 && countUnits(line.text) < 60) {
      drop(line, 'A link to another story.');
    }
    before += line.text.length;
  }
  return removals;
};
