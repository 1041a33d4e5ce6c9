/** Candidates → the same, best first: a weighted sum of named reasons, one set of weights for each kind of language. */
import { type Candidate, withoutLastDot } from './candidates';
import { weightsFor } from './weights';

export type Ranked = Candidate & {
  score: number;
  /** As the page declares it, if it does. */
  declared?: string | undefined;
  /** As the reader wants it called; `key` stays that of the text's own term. */
  name?: string | undefined;
};

/** How many articles the reader keeps, and in how many of them a term (by its key) occurs. */
export type DocumentFrequency = { articles: number; count: (key: string) => number };

/** From this many articles on, the reader's own library says which words are common. */
const ENOUGH_ARTICLES = 50;
/** A term of more than a tenth of the articles tells none of them from the others. */
const COMMON_SHARE = 0.1;

/** Longer terms of a script without spaces are rather a piece of a sentence. */
const LONG = 4;
const PARTICIPLE = /[a-z]{2}ed$/u;
const GERUND = /[a-z]{2}ing$/u;
const ADJECTIVE = /(?:al|ive|ous|ful|ic|able|ible|less|ary|ent|ant|est)$/u;

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** How rare a term is in the reader's own library, and how far beyond the common; 0–1 each, 0 where little is known. */
function learned(key: string, df: DocumentFrequency | undefined): { rare: number; common: number } {
  if (!df || df.articles < ENOUGH_ARTICLES) return { rare: 0, common: 0 };
  const count = df.count(key);
  const share = count / df.articles;
  return {
    rare: Math.log((df.articles + 1) / (count + 1)) / Math.log(df.articles + 1),
    common: share > COMMON_SHARE ? 1 - Math.log(share) / Math.log(COMMON_SHARE) : 0,
  };
}

/** The reasons, each a plain number; `weights.ts` says how much each one counts. The last four are of English. */
function reasons(candidate: Candidate, counts: ReadonlyMap<string, number>, df: DocumentFrequency | undefined) {
  const { parts, count, key, inTitle } = candidate;
  const words = parts.length;
  const phrase = words > 1;
  const last = parts.at(-1) ?? '';
  const strengths = parts.reduce((sum, part) => sum + Math.log(1 + (counts.get(withoutLastDot(part)) ?? 0)), 0);
  return {
    ...learned(key, df),
    count: Math.log(1 + count),
    again: flag(count > 1),
    title: flag(inTitle),
    position: 1 / Math.log2(2 + candidate.first / 8),
    strength: strengths / words,
    whole: candidate.whole,
    free: candidate.free,
    capital: candidate.capital,
    two: flag(words === 2),
    three: flag(words === 3),
    four: flag(words > 3),
    phraseCount: phrase ? Math.log((1 + count) / 3) : 0,
    oncePhrase: flag(phrase && count === 1),
    titlePhrase: flag(phrase && inTitle),
    tooLong: Math.max(0, key.length - LONG),
    participle: flag(PARTICIPLE.test(last)),
    gerund: flag(!phrase && GERUND.test(last)),
    gerundInside: flag(phrase && (GERUND.test(last) || GERUND.test(parts[0] ?? ''))),
    adjective: flag(ADJECTIVE.test(last)),
  };
}

export type Reason = keyof ReturnType<typeof reasons>;

/** Best first; equal scores in the order of the text, so that the same article always gets the same keywords. */
export function rank(found: readonly Candidate[], lang: string, df?: DocumentFrequency): Ranked[] {
  const weights = weightsFor(lang);
  const counts = new Map(found.map(({ key, count }) => [key, count]));
  return found
    .map((candidate) => {
      let score = 0;
      for (const [name, value] of Object.entries(reasons(candidate, counts, df)))
        score += value * (weights[name as Reason] ?? 0);
      return Object.assign(candidate, { score });
    })
    .toSorted((a, b) => b.score - a.score || a.first - b.first);
}
