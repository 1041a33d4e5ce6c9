/** Postings → which documents hold the keys, and how well: BM25 with the weights of the fields in the frequencies. */
import { LENGTHS } from './lengths';
import { readPostings } from './postings';
import type { Found } from './reader';
import type { IndexState } from './state';

/** Robertson and Zaragoza, “The Probabilistic Relevance Framework”, 2009: the usual values. */
const K1 = 1.2;
const B = 0.75;

/** By document number: 1 where it matches, and how well. */
export type Match = { mask: Uint8Array; score: Float32Array };

export const emptyMatch = (size: number): Match => ({ mask: new Uint8Array(size), score: new Float32Array(size) });

/** What each length costs in BM25's denominator. */
const penaltiesOf = ({ averageLength }: IndexState): Float32Array =>
  LENGTHS.map((length) => K1 * (1 - B + (B * length) / averageLength));

function idfOf(found: readonly Found[], { count }: IndexState): number {
  const documents = found.reduce(
    (sum, { entries }) => sum + entries.reduce((inner, entry) => inner + entry.count, 0),
    0,
  );
  const df = Math.min(documents, count);
  return Math.log(1 + (count - df + 0.5) / (df + 0.5));
}

/** Documents that hold at least `need` of the keys; by default all of them. */
export function matchKeys(state: IndexState, keys: readonly Found[][], need = keys.length): Match {
  const { lengths } = state;
  const { mask: met, score } = emptyMatch(lengths.length);
  /** The last key that a document met: many terms of one prefix count once. */
  const seen = new Uint8Array(lengths.length);
  const penalties = penaltiesOf(state);
  for (const [k, found] of keys.entries()) {
    const idf = idfOf(found, state);
    for (const { bytes, base, entries } of found)
      for (const entry of entries)
        readPostings(bytes, entry, base, (doc, tf) => {
          const length = lengths[doc] ?? 0;
          if (length === 0 || seen[doc] === k + 1) return;
          seen[doc] = k + 1;
          met[doc] = (met[doc] ?? 0) + 1;
          score[doc] = (score[doc] ?? 0) + (idf * tf * (K1 + 1)) / (tf + (penalties[length] ?? 1));
        });
  }
  if (keys.length > 1) for (let doc = 0; doc < met.length; doc++) met[doc] = (met[doc] ?? 0) >= need ? 1 : 0;
  return { mask: met, score };
}
