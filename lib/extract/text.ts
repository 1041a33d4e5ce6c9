/** Article DOM → plain text, excerpt, reading minutes. */
import { countUnits, cjkShare } from '../cjk.ts';
import { readLines, type Line } from './lines.ts';

/** Characters and words a minute: usual values for silent reading of news, on the slow side. */
const CJK_UNITS_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 230;
const EXCERPT_LENGTH = 200;

/** A row whose cells hold one line each is one line of text; rows of a layout table are not. */
function joinRows(lines: Line[]): string[] {
  const cellsOf = new Map<Element, Element[]>();
  for (const { row, block } of lines) {
    if (!row) continue;
    const cells = cellsOf.get(row);
    const cell = block.closest('td, th') ?? block;
    if (cells) cells.push(cell);
    else cellsOf.set(row, [cell]);
  }
  const joins = (row: Element): boolean => {
    const cells = cellsOf.get(row) ?? [];
    return cells.length > 1 && new Set(cells).size === cells.length;
  };
  const out: string[] = [];
  let open: Element | null = null;
  for (const line of lines) {
    if (open && open === line.row) out[out.length - 1] += ` ${line.text}`;
    else out.push(line.text);
    open = line.row && joins(line.row) ? line.row : null;
  }
  return out;
}

/** Plain text, one block a line; link cards of embedded media are not text. */
export function articleText(body: Element): string {
  return joinRows(readLines(body).filter((line) => !line.block.closest('figure[data-embed]'))).join('\n');
}

/** The first sentences, cut at a sentence end if one is near, at most 200 characters. */
export function excerptOf(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= EXCERPT_LENGTH) return flat;
  const cut = flat.slice(0, EXCERPT_LENGTH - 1);
  const end = Math.max(...['。', '!', '?', '!', '?', '. ', '! ', '? '].map((mark) => cut.lastIndexOf(mark)));
  return end > EXCERPT_LENGTH / 2 ? cut.slice(0, end + 1).trim() : `${cut.trimEnd()}…`;
}

/** Reading time in whole minutes, at least 1. */
export function minutesOf(text: string): number {
  const pace = cjkShare(text) > 0.3 ? CJK_UNITS_PER_MINUTE : WORDS_PER_MINUTE;
  return Math.max(1, Math.round(countUnits(text) / pace));
}
