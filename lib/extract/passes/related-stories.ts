import { wholeLine, wholeRun, type Line } from '../lines.ts';
import type { Pass } from '../pass.ts';
import { RELATED_HEADING, RELATED_LINE } from '../phrases/related.ts';

/** A paragraph of a story is at least this long (units of reading) and mostly not a link. */
const PROSE_UNITS = 45;
const PROSE_LINK_SHARE = 0.3;
const HEADING_UNITS = 16;
const LINE_UNITS = 60;
/** The rest of the page is cut at such a heading only when this share of the text stands before it. */
const BEFORE_TAIL = 0.4;
/** A box that begins with such a heading may hold this share of the text. */
const LARGEST_BOX = 0.3;
const TEASER_END = /(?:\.{3}|…|\[?(?:详细|详情|全文|more|read more)\]?)[\s\]】)>»]*$/iu;

/** What the rules ask of each line, read once: a page may have thousands of such headings. */
type Facts = {
  all: readonly Line[];
  prose: boolean[];
  link: boolean[];
  /** Text length, prose lines, links and teasers before each index. */
  lengthBefore: number[];
  proseBefore: number[];
  teasersBefore: number[];
  /** Index of the next line of prose at or after each index. */
  nextProse: number[];
};

function isProse(line: Line): boolean {
  return line.linkShare < PROSE_LINK_SHARE && line.units >= PROSE_UNITS && !TEASER_END.test(line.text);
}

function isHeading(line: Line): boolean {
  return line.units <= HEADING_UNITS && RELATED_HEADING.test(line.text.normalize('NFKC'));
}

/** Sums before each index, and the whole at the end. */
function sumsBefore(values: readonly number[]): number[] {
  let sum = 0;
  return [0, ...values.map((value) => (sum += value))];
}

function readFacts(all: readonly Line[]): Facts {
  const prose = all.map(isProse);
  const link = all.map((line) => line.linkShare > 0.5);
  const nextProse = Array.from({ length: all.length + 1 }, () => all.length);
  for (let index = all.length - 1; index >= 0; index -= 1) {
    nextProse[index] = prose[index] ? index : (nextProse[index + 1] ?? all.length);
  }
  return {
    all,
    prose,
    link,
    nextProse,
    lengthBefore: sumsBefore(all.map((line) => line.text.length)),
    proseBefore: sumsBefore(prose.map(Number)),
    teasersBefore: sumsBefore(all.map((line, index) => Number(link[index] || TEASER_END.test(line.text)))),
  };
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

/** End of the box that begins with the heading, if it is a small box of links with at most a teaser for each. */
function boxEnd({ all, prose, link, lengthBefore }: Facts, start: number, body: Element): number {
  const heading = all[start];
  if (!heading) return start;
  const box = boxOf(heading, all[start - 1], body);
  const most = (lengthBefore.at(-1) ?? 0) * LARGEST_BOX;
  let end = start;
  let links = 0;
  let teasers = 0;
  let length = 0;
  for (let line = all[end]; line && box.contains(line.block); line = all[end]) {
    links += Number(link[end]);
    teasers += Number(prose[end]);
    length += line.text.length;
    end += 1;
    if (length >= most) return start;
  }
  return links > 0 && teasers <= links ? end : start;
}

/** Where the list ends that the heading at `start` announces; `start` itself when it is a heading of the story. */
function listEnd(facts: Facts, start: number, body: Element): number {
  const { all, lengthBefore, proseBefore, teasersBefore, nextProse } = facts;
  const end = nextProse[start + 1] ?? all.length;
  const isTail = end === all.length;
  const total = lengthBefore.at(-1) ?? 0;
  if (isTail && (lengthBefore[start] ?? 0) > total * BEFORE_TAIL) return end;
  const storyBefore = (proseBefore[start] ?? 0) > 0;
  const teasers = (teasersBefore[all.length] ?? 0) - (teasersBefore[start + 1] ?? 0);
  if (isTail && storyBefore && teasers >= 3 && teasers * 4 >= all.length - start - 1) return end;
  const box = storyBefore ? boxEnd(facts, start, body) : start;
  if (box > start) return box;
  const list = all.slice(start + 1, end);
  const length = list.reduce((sum, line) => sum + line.text.length, 0);
  const linked = list.reduce((sum, line) => sum + line.text.length * line.linkShare, 0);
  return linked > length / 2 ? end : start;
}

/** Links to other stories: announced by a heading, inside the text or after it, or one by one. */
export const relatedStories: Pass = (body, { lines }) => {
  const all = lines();
  const facts = readFacts(all);
  const listed: Line[] = [];
  const single: Line[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const line = all[index];
    if (!line) break;
    const end = isHeading(line) ? listEnd(facts, index, body) : index;
    if (end > index) {
      listed.push(...all.slice(index, end));
      index = end - 1;
    } else if (
      line.linkShare > PROSE_LINK_SHARE &&
      line.units < LINE_UNITS &&
      RELATED_LINE.test(line.text.normalize('NFKC'))
    ) {
      single.push(line);
    }
  }
  return [
    ...wholeRun(listed, all, body).map((nodes) => ({ nodes, reason: 'A list of other stories.' })),
    ...single.map((line) => ({ nodes: wholeLine(line, body), reason: 'A link to another story.' })),
  ];
};
