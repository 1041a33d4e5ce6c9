/** What the hits of a query have in common: the way on when there are too many. */
import type { ArticleRow } from '../article';
import { collect } from './index/collect';
import { matchQuery } from './index/match-query';
import type { FieldFilter, Query } from './query/query';
import { termsOf } from './query/terms-of';
import { clausesOf } from './ask';
import { isAboutIndex, type Searcher } from './search';

export type Facet = { name: string; count: number };

/** The commonest first; `of` is the number of hits that were looked at. */
export type Facets = { sources: Facet[]; keywords: Facet[]; of: number };

/** The best of these are looked at: enough to see what is common. */
const LOOKED_AT = 300;
/** More choices than these are no help. */
const MOST = 8;

function commonest(rows: readonly ArticleRow[], namesOf: (row: ArticleRow) => readonly string[]): Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of new Set(namesOf(row))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count > 1)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST);
}

type Options = { within: readonly FieldFilter[]; loose: boolean; signal: AbortSignal };

/** Null where the index does not answer: without it this would mean to read everything once more. */
export function facets({ reader }: Searcher, query: Query, { within, loose, signal }: Options): Promise<Facets | null> {
  const clauses = clausesOf(query, within);
  const options = {
    clauses,
    terms: termsOf(query),
    sort: 'relevance',
    limit: LOOKED_AT,
    texts: false,
    signal,
  } as const;
  return reader
    .read(async (snapshot) => {
      const { ranked } = await collect(snapshot, await matchQuery(snapshot, clauses, loose), options);
      const rows = ranked.map(({ row }) => row);
      const sources = commonest(rows, ({ source }) => (source === null ? [] : [source]));
      return { sources, keywords: commonest(rows, ({ keywords }) => keywords), of: rows.length };
    }, signal)
    .catch((error: unknown) => {
      if (!isAboutIndex(error)) throw error;
      return null;
    });
}
