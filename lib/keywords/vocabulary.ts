/** In how many of the reader's own articles each term occurs: learned on this device, sent nowhere. */
import type { DocumentFrequency } from './rank';
import { readArticle, type Article } from './reading';

/** As stored. Derived: it can be made anew from the texts at any time. */
export type Vocabulary = {
  /** How many articles were looked at. */
  articles: number;
  /** Key of a term → in how many of them it occurs, at least 2. */
  counts: Map<string, number>;
};

/** What is looked at of one article: a term that matters stands in its first pages. */
const MOST_READ = 20_000;
const MOST_TERMS = 1500;
/** Of a table being made: beyond this, what was met once only is forgotten. */
const MOST_COUNTED = 60_000;
/** Of a finished table: about 150 kB, with two bytes for a character and some for a number. */
const MOST_BYTES = 150_000;
const bytesOf = (key: string): number => key.length * 2 + 8;

/** The terms that an article holds, each once: words and phrases that could be keywords. A few milliseconds a page. */
export function termsIn(article: Article): string[] {
  const { candidates } = readArticle(article, MOST_READ);
  // A phrase that is read once in an article is rarely met in a second one.
  const common = candidates.filter(({ parts, count, inTitle }) => parts.length === 1 || count > 1 || inTitle);
  return common.slice(0, MOST_TERMS).map(({ key }) => key);
}

/**
 * Counts articles one after the other; bounded, however many there are. A term met so rarely that it fell out between
 * two articles is counted from its next one.
 */
export function createVocabulary(): { add: (terms: Iterable<string>) => void; finish: () => Vocabulary } {
  const counts = new Map<string, number>();
  let articles = 0;
  return {
    add(terms) {
      articles++;
      for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
      if (counts.size > MOST_COUNTED) for (const [key, count] of counts) if (count < 2) counts.delete(key);
    },
    finish() {
      const kept = new Map<string, number>();
      let bytes = 0;
      for (const [key, count] of [...counts].toSorted(([, a], [, b]) => b - a)) {
        bytes += bytesOf(key);
        if (count < 2 || bytes > MOST_BYTES) break;
        kept.set(key, count);
      }
      return { articles, counts: kept };
    },
  };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

/** From a row as it lies in the database; none from one that is damaged. */
export function documentFrequency(stored: unknown): DocumentFrequency | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { articles, counts } = stored as Partial<Record<keyof Vocabulary, unknown>>;
  if (!isCount(articles) || !(counts instanceof Map)) return undefined;
  const known: ReadonlyMap<unknown, unknown> = counts;
  return {
    articles,
    count: (key) => {
      const count = known.get(key);
      return isCount(count) ? Math.min(count, articles) : 0;
    },
  };
}
