import { findMarks, findPlaces, type Mark, type Place } from './find-marks';
import type { Term } from './query/query';

export type Snippet = { text: string; marks: Mark[] };

/** Two lines of a list row, in columns; a CJK character takes two. */
const COLUMNS = 160;
/** How much of it may stand before the first hit, so that the hit is read in its sentence. */
const LEAD = 40;
/** Only the beginning of a book-long text is looked through. */
const MOST_TEXT = 40_000;
/** A longer word is cut where the line ends. */
const LONGEST_WORD = 30;

const WIDE = /[\u1100-\u11ff\u2e80-\uffe6]/;

const columnsOf = (code: number): number =>
  (code >= 0x2e80 && code <= 0xffe6) || (code >= 0x1100 && code <= 0x11ff) ? 2 : 1;
const SPACED = /[\p{L}\p{N}\p{M}]/u;

/** Walks from `from` by `step` until the columns are used up, never past the text. */
function reach(text: string, from: number, columns: number, step: 1 | -1): number {
  let at = from;
  for (let left = columns; at + step >= 0 && at + step <= text.length; at += step) {
    left -= columnsOf(text.charCodeAt(step > 0 ? at : at - 1));
    if (left < 0) break;
  }
  return at;
}

function splitsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (/[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(after)) return true;
  return [before, after].every((character) => SPACED.test(character) && !WIDE.test(character));
}

const beginsSentence = (text: string, at: number): boolean =>
  /[。！？!?\n]$|[.!?]\s$/u.test(text.slice(at - 2, at)) && /\S/u.test(text.charAt(at));

/** From the beginning of the sentence if that is near, else from a word near enough. */
function beginning(text: string, hit: number): number {
  const farthest = reach(text, hit, LEAD, -1);
  if (farthest === 0) return 0;
  for (let at = hit; at > farthest; at--) if (beginsSentence(text, at)) return at;
  let start = farthest;
  while (start < hit && splitsWord(text, start)) start++;
  return start;
}

function ending(text: string, start: number): number {
  const farthest = reach(text, start, COLUMNS, 1);
  let end = farthest;
  while (end < text.length && end > farthest - LONGEST_WORD && splitsWord(text, end)) end--;
  return splitsWord(text, end) ? farthest : end;
}

/** Where the window begins that holds most different terms, then most hits; the first of equals. */
function bestStart(text: string, places: Place[]): number | null {
  let best: { start: number; worth: number } | null = null;
  for (const [i, { start }] of places.entries()) {
    const end = reach(text, start, COLUMNS - LEAD, 1);
    const inside = places.slice(i, i + 50).filter((place) => place.end <= end);
    const worth = new Set(inside.map(({ term }) => term)).size * 100 + inside.length;
    if (!best || worth > best.worth) best = { start, worth };
  }
  return best && best.start;
}

/** The best place of a text for a query, about two lines, with what to mark. Without a hit: how the text begins. */
export function snippet(text: string, terms: readonly Term[]): Snippet {
  const searched = text.slice(0, MOST_TEXT);
  const hit = bestStart(searched, findPlaces(searched, terms));
  const start = hit === null ? 0 : beginning(searched, hit);
  const end = ending(searched, start);
  const body = searched.slice(start, end).replace(/\s/gu, ' ').trim();
  const shown = `${start > 0 ? '…' : ''}${body}${end < text.length ? '…' : ''}`;
  return { text: shown, marks: findMarks(shown, terms) };
}
