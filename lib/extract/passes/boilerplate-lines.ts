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

/** A row of one cell is layout; in a row of several a label and its value are data. */
const isDataCell = (line: Line): boolean => (line.row?.querySelectorAll('td, th').length ?? 0) > 1;

const isFixed = (line: Line): boolean => line.block.closest('pre, h1, h2, h3, h4, h5, h6') !== null || isDataCell(line);

/**
 * What a text must hold to be asked at all. The lists are long, and to prepare one costs the browser up to a millisecond:
 * most lines, and on many pages all, need only those of their own script.
 */
const CHINESE = /[\u3400-\u9fff]|end/i;
const WESTERN = /[a-z\d\u00c0-\u024f\u0400-\u06ff\u3041-\u30ff\uac00-\ud7a3目写無©]/i;
const SEPARATOR = /[:：|丨/]|为[《“"]/;
const BRACKET_END = /[)）】\]〕]\s*$/;

const isScrap = (text: string): boolean =>
  (CHINESE.test(text) && chinese.SCRAPS.test(text)) || (WESTERN.test(text) && western.SCRAPS.test(text));

const isLabel = (text: string): boolean =>
  (text.includes('#') && chinese.HASHTAGS.test(text)) ||
  (SEPARATOR.test(text) && (chinese.LABELS.test(text) || western.LABELS.test(text)));

const trailingCredit = (text: string): RegExpExecArray | null =>
  BRACKET_END.test(text) ? chinese.TRAILING_CREDIT.exec(text) : null;

/** What a line is wherever it stands. */
function labelOf({ units, text }: Line): Kind | null {
  if (units > SENTENCE_UNITS) return null;
  const plain = text.normalize('NFKC');
  if (units <= SCRAP_UNITS && isScrap(plain)) return 'button';
  if (chinese.PAGER.test(plain)) return 'button';
  if (units <= LABEL_UNITS && isLabel(plain)) return 'credit';
  const credit = trailingCredit(plain);
  return credit && isScrap(plain.slice(0, credit.index)) ? 'credit' : null;
}

function isNotice({ units, text }: Line): boolean {
  if (units > SENTENCE_UNITS) return false;
  const plain = text.normalize('NFKC');
  const isOneOf = (sentences: readonly RegExp[]) => sentences.some((one) => one.test(plain));
  return (CHINESE.test(plain) && isOneOf(chinese.SENTENCES)) || (WESTERN.test(plain) && isOneOf(western.SENTENCES));
}

/** Notices only at the edges; lines that go anyway do not move the edge. */
function kindsOf(lines: readonly Line[]): Map<Line, Kind> {
  const kinds = new Map<Line, Kind>();
  for (const line of lines) {
    const kind = isFixed(line) ? null : labelOf(line);
    if (kind) kinds.set(line, kind);
  }
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  for (const [order, least] of [
    [lines, 0],
    [lines.toReversed(), total * TAIL_SHARE],
  ] as const) {
    let kept = 0;
    let length = 0;
    for (const line of order) {
      if (kept >= EDGE_LINES && length >= least) break;
      length += line.text.length;
      if (!kinds.has(line) && !isFixed(line) && isNotice(line)) kinds.set(line, 'notice');
      if (!kinds.has(line)) kept += 1;
    }
  }
  return kinds;
}

/** The end of a paragraph that is a credit or a link of the page: its last node, split off where it begins inside a text. */
function scrapAtEnd(line: Line): ChildNode | null {
  const last = line.nodes.findLast((node) => (node.textContent ?? '').trim() !== '');
  const text = last?.textContent ?? '';
  if (!last || line.nodes.length === 0) return null;
  if (last.nodeType === 3) {
    const credit = trailingCredit(text);
    // Splitting changes no text; the receipt takes whole nodes only.
    return credit ? (last as Text).splitText(credit.index) : null;
  }
  const isExtra = trailingCredit(text) !== null || (last.nodeName === 'A' && chinese.BACK_LINK.test(text));
  return isExtra && text.trim() !== line.text ? last : null;
}

/** Credits, notices and button labels that stand in the article as lines of their own, or at the end of one. */
export const boilerplateLines: Pass = (body, { lines }) => {
  const all = lines();
  const kinds = kindsOf(all);
  return all.flatMap((line) => {
    const kind = kinds.get(line);
    if (kind) return [{ nodes: wholeLine(line, body), reason: REASONS[kind] }];
    const scrap = isFixed(line) ? null : scrapAtEnd(line);
    return scrap ? [{ nodes: [scrap], reason: REASONS.credit }] : [];
  });
};
