import { foldTraced } from '../fold';
import { findRuns, type Run } from '../tokenise';
import type { Place } from './lex';

/** Joins the pieces of one word: `gpt-4`, `don't`, `u.s.`, `at&t`. */
const WITHIN_A_WORD = /^[-'’._/&@+·]$/u;

export type Words = Place & { parts: Run[] };

/** The words of a text, each with its place; `from` is where the text itself stands. */
export function wordsOf(text: string, from: number): Words[] {
  const { folded, startOf, endOf } = foldTraced(text);
  const words: Words[] = [];
  let last = 0;
  for (const { index, ...run } of findRuns(folded)) {
    const before = words.at(-1);
    const joined = !run.cjk && before?.parts.at(-1)?.cjk === false && WITHIN_A_WORD.test(folded.slice(last, index));
    last = index + run.text.length;
    const end = from + endOf(last - 1);
    if (joined) Object.assign(before, { parts: [...before.parts, run], end });
    else words.push({ parts: [run], start: from + startOf(index), end });
  }
  return words;
}
