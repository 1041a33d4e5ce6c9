/**
 * Search in the library: what a search box calls. Every text is read at each query, which is right for a few thousand
 * articles; an index takes the place of `scan` and `score` without any change here that callers see.
 */
import type { ArticleRow, ArticleState } from '../article';
import { parseQuery } from './query/parse-query';
import type { Term } from './query/query';
import { termsOf } from './query/terms-of';
import { scan } from './scan';
import { score } from './score';
import type { SearchDb } from './search-db';
import { snippet, type Snippet } from './snippet';

export type { Mark } from './find-marks';
export type { Term } from './query/query';
export type { Snippet } from './snippet';

export type Hit = { article: ArticleRow; snippet: Snippet; score: number };

/** `total` counts all hits, also those past `limit`; `terms` mark a title with `findMarks`. */
export type SearchResult = { hits: Hit[]; total: number; terms: Term[] };

export type SearchOptions = {
  /** Default: everything but the trash. */
  states?: readonly ArticleState[];
  /** Only articles of which this holds. */
  only?: (article: ArticleRow) => boolean;
  limit: number;
  /** Relevance, then date; or date alone, newest saved first. */
  sort?: 'relevance' | 'date';
  signal?: AbortSignal;
};

type Ranked = { article: ArticleRow; score: number };

const byDate = (a: Ranked, b: Ranked): number => b.article.savedAt - a.article.savedAt;
const byRelevance = (a: Ranked, b: Ranked): number => b.score - a.score || byDate(a, b);

async function withSnippets(db: SearchDb, ranked: Ranked[], terms: Term[]): Promise<Hit[]> {
  const texts = await db.texts.bulkGet(ranked.map(({ article }) => article.docNo));
  return ranked.map(({ article, score }, i) => ({
    article,
    snippet: snippet(texts[i]?.text ?? article.excerpt, terms),
    score,
  }));
}

/**
 * Articles that meet every term of a query, in title, text, keywords, tags, source, byline or note.
 * An empty query has no hits. Rejects with the signal's reason when it is aborted.
 */
export async function search(db: SearchDb, query: string, options: SearchOptions): Promise<SearchResult> {
  const { states = ['inbox', 'archive'], only, limit, sort = 'relevance', signal } = options;
  const terms = termsOf(parseQuery(query, new Date()));
  if (terms.length === 0) return { hits: [], total: 0, terms };
  const order = sort === 'date' ? byDate : byRelevance;
  let best: Ranked[] = [];
  let total = 0;
  const visit = (article: ArticleRow, text: string): void => {
    if (only && !only(article)) return;
    const points = score(article, text, terms);
    if (points === 0) return;
    total++;
    best.push({ article, score: points });
    if (best.length >= 2 * limit + 100) best = best.toSorted(order).slice(0, limit);
  };
  await scan(db, states, visit, { signal });
  const hits = await withSnippets(db, best.toSorted(order).slice(0, limit), terms);
  signal?.throwIfAborted();
  return { hits, total, terms };
}
