/** What changed between two states of an article, paragraph by paragraph. */
import { diffArrays } from 'diff';

export type Piece = { text: string; kind: 'same' | 'added' | 'removed' };

export type Passage =
  /** Paragraphs that stand in both. */
  | { kind: 'same'; paragraphs: string[] }
  | { kind: 'added' | 'removed'; text: string }
  /** One paragraph, reworded. */
  | { kind: 'changed'; pieces: Piece[] };

/** Paragraphs that share less than this part of their letters are two paragraphs, not one reworded. */
const REWORDED = 0.5;

/** A character of a script without spaces, a word or number whole (`12,400`, `don't`), white space, or a mark. */
const TOKEN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;

function diffWords(before: string, after: string): Piece[] {
  const tokens = (text: string): string[] => text.match(TOKEN) ?? [];
  return diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function sharedPart(pieces: readonly Piece[]): number {
  const length = (kinds: Piece['kind'][]) =>
    pieces.reduce((sum, { kind, text }) => (kinds.includes(kind) ? sum + text.trim().length : sum), 0);
  const same = length(['same']);
  return same / Math.max(1, same + Math.max(length(['added']), length(['removed'])));
}

/** Pairs what went with what came in its place, in order; a pair that shares too little stays two. */
function passagesOf(removed: readonly string[], added: readonly string[]): Passage[] {
  const passages: Passage[] = [];
  for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
    const [before, after] = [removed[at], added[at]];
    const pieces = before !== undefined && after !== undefined ? diffWords(before, after) : null;
    if (pieces && sharedPart(pieces) >= REWORDED) {
      passages.push({ kind: 'changed', pieces });
      continue;
    }
    if (before !== undefined) passages.push({ kind: 'removed', text: before });
    if (after !== undefined) passages.push({ kind: 'added', text: after });
  }
  return passages;
}

/** `before` and `after`: plain texts, one paragraph a line. */
export function compareTexts(before: string, after: string): Passage[] {
  const passages: Passage[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    passages.push(...passagesOf(removed, added));
    removed = [];
  };
  for (const { value, added, removed: gone } of diffArrays(before.split('\n'), after.split('\n'))) {
    if (gone) removed = value;
    else if (added) flush(value);
    else {
      flush([]);
      passages.push({ kind: 'same', paragraphs: value });
    }
  }
  flush([]);
  return passages;
}
