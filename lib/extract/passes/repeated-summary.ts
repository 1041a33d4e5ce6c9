import { countUnits } from '../../cjk.ts';
import { tidy, wholeLine, type Line } from '../lines.ts';
import type { Pass } from '../pass.ts';
import { fold } from './title-match.ts';

/** A summary box stands within the first lines, and the lead that it repeats soon after it. */
const FIRST_LINES = 3;
const LEAD_WITHIN = 4;
/** Shorter lines can repeat by chance (a place, a speaker's name). */
const SHORTEST = 15;
const LABEL =
  /^[\s[(【〖「]*(?:摘要|导读|导语|提要|内容提要|核心提示|内容摘要|简介|内容简介|summary)[\]】〗」)]?\s*[::|]?\s*/iu;
const CUT_END = /(?:\.{2,}|…+|\[…\]|……)\s*(?:\[?详细\]?)?$/u;

/** The outermost block around `line` that does not hold `other`. */
function boxOf(line: Line, other: Line): Element {
  let box = line.block;
  while (box.parentElement && !box.parentElement.contains(other.block)) box = box.parentElement;
  return box;
}

/** A box of its own: nothing else in it, and the lead opens a longer block (not a list of boxes). */
function standsAlone(summary: Line, lead: Line): boolean {
  const box = boxOf(summary, lead);
  const story = boxOf(lead, summary);
  return tidy(box.textContent ?? '') === summary.text && story !== lead.block;
}

/** Equal to the lead or, cut, its beginning. A label or its own box must show that it is no paragraph of the story. */
function repeats(summary: Line, lead: Line): boolean {
  const bare = summary.text.replace(LABEL, '').replace(CUT_END, '');
  if (countUnits(bare) < SHORTEST) return false;
  const said = fold(bare);
  const told = fold(lead.text);
  if (!told.startsWith(said)) return false;
  return LABEL.test(summary.text) || standsAlone(summary, lead);
}

/** A summary above the article that says the lead again. Never a paragraph of the body: real texts do repeat themselves. */
export const repeatedSummary: Pass = (body, { lines }) => {
  const all = lines();
  return all
    .slice(0, FIRST_LINES)
    .filter((line, index) => all.slice(index + 1, index + 1 + LEAD_WITHIN).some((lead) => repeats(line, lead)))
    .map((line) => ({ nodes: wholeLine(line, body), reason: 'The summary above the article repeats its lead.' }));
};
