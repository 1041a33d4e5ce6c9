import { wholeRun, type Line } from '../lines.ts';
import type { Pass } from '../pass.ts';

const LINKED = 0.5;
/** Below this a line without a sentence end is a heading, a date, a name between the links. */
const SHORT_UNITS = 30;
const SENTENCE_END = /[。!?!?.:;…।۔؟]["”’」』)]*$/u;
/** A written-out address is a source that the author names. */
const SOURCE = /^[^\p{L}\p{N}]*https?:\/\//u;
/** Names in a row, each linked to its topic, are text. */
const ENUMERATION = /(?:、.*){3}/;
const LEAST_LINKS = 2;
/** A title with its date and its author: at least every third line of such a list is a link. */
const LINES_PER_LINK = 3;
/** A tail is not the page: a larger share of the text is left alone (a list article), unless a story stands before it. */
const LARGEST_SHARE = 0.35;
const LARGEST_AFTER_STORY = 0.6;
const STORY_LINES = 3;
const PROSE_UNITS = 30;
const HEADING_UNITS = 12;

/** Links inside the article (footnotes) and sources are no links to other stories. */
function leadsAway(line: Line): boolean {
  if (ENUMERATION.test(line.text)) return false;
  if (line.linkShare <= LINKED || SOURCE.test(line.text)) return false;
  const links = line.nodes.flatMap((node) =>
    node.nodeType === 1 ? [node as Element & ChildNode, ...(node as Element).querySelectorAll('a')] : [],
  );
  const outside = line.block.closest('a');
  return [...links, ...(outside ? [outside] : [])].some((link) => /^https?:/.test(link.getAttribute('href') ?? ''));
}

const isFiller = (line: Line): boolean => line.units <= SHORT_UNITS && !SENTENCE_END.test(line.text);

/** A list of links that ends the article, with the dates and names between them and the heading above. */
export const tailLinks: Pass = (body, { lines }) => {
  const all = lines();
  const total = all.reduce((sum, line) => sum + line.text.length, 0);
  let start = all.length;
  let links = 0;
  let length = 0;
  let tail = 0;
  let between = 0;
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const line = all[index];
    if (!line) break;
    const away = leadsAway(line);
    between = away ? 0 : between + 1;
    if ((!away && !isFiller(line)) || between > LINES_PER_LINK) break;
    length += line.text.length;
    if (!away) continue;
    links += 1;
    if (links * LINES_PER_LINK < all.length - index) continue;
    start = index;
    tail = length;
  }
  const story = all.slice(0, start).filter((line) => line.units >= PROSE_UNITS && SENTENCE_END.test(line.text)).length;
  const most = story >= STORY_LINES ? LARGEST_AFTER_STORY : LARGEST_SHARE;
  if (links < LEAST_LINKS || tail === 0 || tail > total * most) return [];
  const above = all[start - 1];
  const heading = above && above.units <= HEADING_UNITS && isFiller(above) ? 1 : 0;
  return wholeRun(all.slice(start - heading), all, body).map((nodes) => ({
    nodes,
    reason: 'A list of links after the article.',
  }));
};
