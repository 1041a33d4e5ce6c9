import * as chinese from '../phrases/chinese.ts';
import * as western from '../phrases/western.ts';
import { wholeLine, type Line } from '../lines.ts';
import type { Pass } from '../pass.ts';

/** Longest lines, in units of reading, that may be a credit, a notice, a button. */
const LABEL_UNITS = 60;
const SENTENCE_UNITS = 160;
const SCRAP_UNITS = 14;
/** Notices stand at the edges: among these first and last lines, or in the last part of the text. */
const EDGE_LINES = 8;
const TAIL_SHARE = 0.12;

type Kind = 'credit' | 'notice' | 'button';

const REASONS: Record<Kind, string> = {
  credit: 'A credit or keyword line of the page, not of the story.',
  notice: 'A notice of the publisher, not of the story.',
  button: 'The label of a button or a link of the page.',
};

function kindOf(line: Line, atEdge: boolean): Kind | null {
  const { units } = line;
  if (units > SENTENCE_UNITS) return null;
  const text = line.text.normalize('NFKC');
  if (units <= SCRAP_UNITS && (chinese.SCRAPS.test(text) || western.SCRAPS.test(text))) return 'button';
  if (chinese.PAGER.test(text)) return 'button';
  if (units <= LABEL_UNITS && chinese.HASHTAGS.test(text)) return 'credit';
  if (units <= LABEL_UNITS && (chinese.LABELS.test(text) || western.LABELS.test(text))) return 'credit';
  if (!atEdge) return null;
  const notice = [...chinese.SENTENCES, ...western.SENTENCES].some((sentence) => sentence.test(text));
  return notice || western.AUTHOR_CARD.test(text) ? 'notice' : null;
}

/** A row of one cell is layout; in a row of several a label and its value are data. */
const isDataCell = (line: Line): boolean => (line.row?.querySelectorAll('td, th').length ?? 0) > 1;

/** The end of a paragraph that is a credit or a link of the page: its last node, split off where it begins inside a text. */
function scrapAtEnd(line: Line): ChildNode | null {
  const last = line.nodes.findLast((node) => (node.textContent ?? '').trim() !== '');
  const text = last?.textContent ?? '';
  if (!last || line.nodes.length === 0) return null;
  if (last.nodeType === 3) {
    const credit = chinese.TRAILING_CREDIT.exec(text);
    // Splitting changes no text; the receipt takes whole nodes only.
    return credit ? (last as Text).splitText(credit.index) : null;
  }
  const isScrap = chinese.TRAILING_CREDIT.test(text) || (last.nodeName === 'A' && chinese.BACK_LINK.test(text));
  return isScrap && text.trim() !== line.text ? last : null;
}

/** Credits, notices and button labels that stand in the article as lines of their own, or at the end of one. */
export const boilerplateLines: Pass = (body, { lines }) => {
  const all = lines();
  const total = all.reduce((sum, line) => sum + line.text.length, 0);
  let before = 0;
  return all.flatMap((line, index) => {
    before += line.text.length;
    if (line.block.closest('pre, h1, h2, h3, h4, h5, h6') || isDataCell(line)) return [];
    const atEdge = index < EDGE_LINES || index >= all.length - EDGE_LINES || before > total * (1 - TAIL_SHARE);
    const kind = kindOf(line, atEdge);
    if (kind) return [{ nodes: wholeLine(line, body), reason: REASONS[kind] }];
    const scrap = scrapAtEnd(line);
    return scrap ? [{ nodes: [scrap], reason: REASONS.credit }] : [];
  });
};
