import type { Term } from './query/query';
import { isWordAt } from './tokenise';

/** What may stand between two parts of a term; never a line break, which ends a block of text. */
const BETWEEN = /^[^\p{L}\p{N}\p{M}\n]$/u;

const isWordBefore = (text: string, index: number): boolean =>
  index > 0 && isWordAt(text, /[\udc00-\udfff]/.test(text.charAt(index - 1)) ? index - 2 : index - 1);

/** End of the term if it stands at `start`, else -1. */
function endAt(text: string, { parts, prefix }: Term, start: number): number {
  let at = start;
  for (const [i, part] of parts.entries()) {
    if (i > 0) while (BETWEEN.test(text.charAt(at))) at++;
    if (!text.startsWith(part.text, at)) return -1;
    const end = at + part.text.length;
    if (!part.cjk) {
      const mayGoOn = prefix && i === parts.length - 1;
      if (isWordBefore(text, at) || (!mayGoOn && isWordAt(text, end))) return -1;
    }
    at = end;
  }
  return at;
}

/** First place of a term in a folded text at or after `from`: CJK anywhere, words as whole words. */
export function findTerm(text: string, term: Term, from = 0): { start: number; end: number } | null {
  const first = term.parts[0]?.text;
  if (!first) return null;
  for (let start = text.indexOf(first, from); start >= 0; start = text.indexOf(first, start + 1)) {
    const end = endAt(text, term, start);
    if (end >= 0) return { start, end };
  }
  return null;
}

/** How often a term stands in a folded text, counted up to `most`. */
export function countTerm(text: string, term: Term, most: number): number {
  let count = 0;
  for (let at = findTerm(text, term); at && count < most; at = findTerm(text, term, at.end)) count++;
  return count;
}
