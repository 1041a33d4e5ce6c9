/** For a word that no article has: the nearest one that some have. */
import type { Literal, Query, Term } from '../query/query';
import { keysOf } from './keys-of';
import type { Snapshot } from './reader';
import { utf8 } from './bytes';

export type Correction = { typed: string; found: string };

/** Shorter words are near to too many others. */
const LEAST = 4;
/** From this length on two slips are forgiven. */
const LONG = 8;

const decoder = new TextDecoder();

/**
 * Insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other (optimal string
 * alignment, a restricted Damerau–Levenshtein distance); `most + 1` when there are more.
 */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Words with the same first letter are compared: slips there are rare, and all others would be the whole dictionary. */
async function nearest({ terms }: Snapshot, word: string): Promise<string | null> {
  const most = word.length < LONG ? 1 : 2;
  const counts = new Map<string, { distance: number; count: number }>();
  await terms(utf8([...word][0] ?? ''), (term, count) => {
    // No character of such a word takes more than four bytes.
    if (term.length < word.length - most || term.length > (word.length + most) * 4) return;
    const other = decoder.decode(term);
    const distance = counts.get(other)?.distance ?? editDistance(word, other, most);
    if (distance <= most) counts.set(other, { distance, count: count + (counts.get(other)?.count ?? 0) });
  });
  const ranked = [...counts].toSorted(([, a], [, b]) => a.distance - b.distance || b.count - a.count);
  return ranked[0]?.[0] ?? null;
}

const correctable = ({ parts: [only, another] }: Term): string | null =>
  only && !another && !only.cjk && only.text.length >= LEAST ? only.text : null;

/** The query with each word that nothing has replaced by the nearest that something has; null when there is none. */
export async function correct(snapshot: Snapshot, query: Query): Promise<{ query: Query; words: Correction[] } | null> {
  const words: Correction[] = [];
  const corrected = async (literal: Literal): Promise<Literal> => {
    const word = literal.kind === 'term' && !literal.not ? correctable(literal.term) : null;
    if (literal.kind !== 'term' || word === null) return literal;
    const [found] = await snapshot.find(keysOf(literal.term));
    if (found && found.length > 0) return literal;
    const other = await nearest(snapshot, word);
    if (other === null) return literal;
    words.push({ typed: word, found: other });
    return { ...literal, term: { parts: [{ text: other, cjk: false }], prefix: false } };
  };
  const clauses = await Promise.all(
    query.clauses.map(async ({ any }) => ({ any: await Promise.all(any.map(corrected)) })),
  );
  return words.length > 0 ? { query: { ...query, clauses }, words } : null;
}
