import { hash32, shingles } from './shingles';

/** The distinct shingles of a text, hashed; made once and compared with many. */
export type ShingleSet = ReadonlySet<number>;

export function shingleSet(text: string): ShingleSet {
  return new Set(shingles(text).map((shingle) => hash32(shingle)));
}

/**
 * Is the text that is being saved a state of the stored one? Yes if it shares at least half of its shingles with it.
 * Two empty texts are the same, so an article that is all pictures can be updated.
 */
export function isSameArticle(saved: ShingleSet, storedText: string): boolean {
  const stored = shingleSet(storedText);
  if (saved.size === 0) return stored.size === 0;
  let shared = 0;
  for (const shingle of saved) if (stored.has(shingle)) shared++;
  return shared * 2 >= saved.size;
}
