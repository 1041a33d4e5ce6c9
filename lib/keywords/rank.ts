/** Candidates → the same, best first: a weighted sum of named reasons, one set of weights for each kind of language. */
import type { Candidate } from './candidates';
import { weightsFor } from './weights';

export type Ranked = Candidate & { score: number };

/** How many articles the reader keeps, and in how many of them a term (by its key) occurs. */
export type DocumentFrequency = { articles: number; count: (key: string) => number };

/** From this many articles on, the reader's own library says which words are common. */
const ENOUGH_ARTICLES = 50;

/** The reasons, each a plain number; `weights.ts` says how much each one counts. */
export function reasons(candidate: Candidate, counts: ReadonlyMap<string, number>): Record<string, number> {
  const { parts, count, key } = candidate;
  const strengths = parts.map((part) => Math.log(1 + (counts.get(part) ?? 0)));
  const length = [...key].length;
  return {
    count: Math.log(1 + count),
    again: count > 1 ? 1 : 0,
    title: candidate.inTitle ? 1 : 0,
    position: 1 / Math.log2(2 + candidate.first / 8),
    strength: strengths.reduce((sum, strength) => sum + strength, 0) / parts.length,
    strongest: Math.max(...strengths),
    whole: candidate.whole,
    free: candidate.free,
    capital: candidate.capital,
    two: parts.length === 2 ? 1 : 0,
    three: parts.length === 3 ? 1 : 0,
    four: parts.length > 3 ? 1 : 0,
    long: Math.min(length, 8) / 8,
    short: length <= 2 ? 1 : 0,
  };
}

function rarity(key: string, df: DocumentFrequency | undefined): number {
  if (!df || df.articles < ENOUGH_ARTICLES) return 0;
  return Math.log((df.articles + 1) / (df.count(key) + 1)) / Math.log(df.articles + 1);
}

/** Best first; equal scores in the order of the text, so that the same article always gets the same keywords. */
export function rank(found: readonly Candidate[], lang: string, df?: DocumentFrequency): Ranked[] {
  const weights = weightsFor(lang);
  const counts = new Map(found.map(({ key, count }) => [key, count]));
  return found
    .map((candidate) => {
      let score = rarity(candidate.key, df);
      for (const [name, value] of Object.entries(reasons(candidate, counts))) score += value * (weights[name] ?? 0);
      return Object.assign(candidate, { score });
    })
    .toSorted((a, b) => b.score - a.score || a.first - b.first);
}
