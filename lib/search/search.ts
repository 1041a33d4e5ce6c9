/** Search in the library: what a search box calls. */
import type { ArticleRow, ArticleState } from '../article';
import type { SearchDb } from './search-db';

/** Half-open ranges of UTF-16 units that a query hit. */
export type Mark = [start: number, end: number];

export type Snippet = { text: string; marks: Mark[] };

/** One condition of a query; all must be met. Made by `parseQuery`, also good for `findMarks` in titles. */
export type Term = {
  /** Folded words and CJK runs that must follow each other, with nothing but punctuation or space between. */
  parts: string[];
  /** The last part may be the beginning of a word. */
  prefix: boolean;
};

export type Hit = { article: ArticleRow; snippet: Snippet; score: number };

/** `total` counts all hits, also those past `limit`. */
export type SearchResult = { hits: Hit[]; total: number; terms: Term[] };

export type SearchOptions = {
  /** Default: everything but the trash. */
  states?: readonly ArticleState[];
  limit: number;
  sort?: 'relevance' | 'date';
  signal?: AbortSignal;
};

/** Rejects with the signal's reason when it is aborted; an empty query has no hits. */
export function search(db: SearchDb, query: string, options: SearchOptions): Promise<SearchResult> {
  throw new Error(`not yet: ${db.name} ${query} ${options.limit}`);
}
