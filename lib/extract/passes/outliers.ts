import { isProse, SENTENCE_END, wholeRun, type Line } from '../lines.ts';
import type { Pass } from '../pass.ts';

const SHORT_UNITS = 30;
const LINKED = 0.4;
/** A block that holds less of the page's prose than this stands outside of the story. */
const OUTSIDE = 0.05;
/** If less than this share of the text would remain, the page is no plain story, and nothing is taken. */
const LEAST_REST = 0.4;

/** Prose (units) below each block around a line of prose. */
function proseShares(lines: readonly Line[], body: Element): (block: Element | null) => number {
  const prose = new Map<Element, number>();
  let total = 0;
  for (const line of lines) {
    if (!isProse(line)) continue;
    const units = line.units;
    total += units;
    for (let block: Element | null = line.block; block && block !== body; block = block.parentElement) {
      prose.set(block, (prose.get(block) ?? 0) + units);
    }
  }
  return (block) => (block === null || block === body || total === 0 ? 1 : (prose.get(block) ?? 0) / total);
}

/** Steps of a recipe, conditions of an offer, footnotes: a list that leads nowhere else is the author's. */
const isOwnList = (line: Line): boolean => {
  const list = line.block.closest('ul, ol, dl');
  return line.linkShare <= LINKED && list !== null && list.querySelector('a:not([href^="#"])') === null;
};

/**
 * Lines whose own block, its parent and its grandparent all hold next to no prose: author cards, player controls, lists of
 * cities, in any language. Before and after the story short lines go, within it only links.
 */
export const outliers: Pass = (body, { lines }) => {
  const all = lines();
  const share = proseShares(all, body);
  const prose = all.map((line) => isProse(line));
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true);
  const total = all.reduce((sum, line) => sum + line.text.length, 0);
  const found = all.filter((line, index) => {
    const edge = index < first || index > last;
    if (line.linkShare <= LINKED && (!edge || line.units >= SHORT_UNITS || SENTENCE_END.test(line.text))) return false;
    if (line.block.closest('table, pre, figure, blockquote, h2, h3') || isOwnList(line)) return false;
    const parent = line.block.parentElement;
    return [line.block, parent, parent?.parentElement ?? null].every((block) => share(block) < OUTSIDE);
  });
  const taken = found.reduce((sum, line) => sum + line.text.length, 0);
  if (taken > total * (1 - LEAST_REST)) return [];
  return wholeRun(found, all, body).map((nodes) => ({ nodes, reason: 'It stands apart from the story.' }));
};
