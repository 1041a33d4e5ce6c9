/** What stands in the place of our engine in a bench build of the popup: the same calls, the same rows, the same snippets. */
import type { ArticleRow } from '../../../lib/article.ts';
import type { Query, Term } from '../../../lib/search/query/query.ts';
import { termsOf } from '../../../lib/search/query/terms-of.ts';
import type { SearchOptions, SearchResult } from '../../../lib/search/search.ts';
import { snippet } from '../../../lib/search/snippet.ts';

export type Found = { total: number; docs: { row: ArticleRow; text: string }[] };

export type Engine = (terms: readonly Term[], limit: number, database: IDBDatabase) => Promise<Found>;

/** The engine is opened when the popup's script begins, once for the page, however often it is asked for. */
export function peerSearch(open: () => Promise<Engine>) {
  const engine = open();
  const search = async (
    database: IDBDatabase,
    query: Query,
    { limit, signal }: SearchOptions,
  ): Promise<SearchResult> => {
    const terms = termsOf(query);
    const find = await engine;
    signal?.throwIfAborted();
    const { total, docs } = await find(terms, limit, database);
    signal?.throwIfAborted();
    const hits = docs.map(({ row, text }) => ({ article: row, snippet: snippet(text, terms), score: 0 }));
    return { hits, total, terms, relaxed: null, indexed: true };
  };
  // For measuring what is typed later.
  Object.assign(globalThis, { peerSearch: search });
  return { searcher: (database: IDBDatabase) => database, search };
}
