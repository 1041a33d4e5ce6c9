/** What the hits of a query have in common: the way on when there are too many. */
import type { ArticleRow } from '../article';
import { collect } from './index/collect';
import { matchQuery } from './index/match-query';
import type { FieldFilter, Query } from './query/query';
import { termsOf } from './query/terms-of';
import { clausesOf } from './ask';
import { keywordKey } from './labels';
import { isAboutIndex, type Searcher } from './search';

export type Facet = { name: string; count: number };

/** The commonest first; `of` is the number of hits that were looked at. */
export type Facets = { sources: Facet[]; keywords: Facet[]; of: number };

/** The best of these are looked at: enough to see what is common. */
const LOOKED_AT = 300;
/** More choices than these are no help. */
const MOST = 8;

/** What is one is counted as one, under the name that most rows give it. */
function commonest(
  rows: readonly ArticleRow[],
  namesOf: (row: ArticleRow) => readonly string[],
  keyOf: (name: string) => string,
): Facet[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const row of rows)
    for (const [key, name] of new Map(namesOf(row).map((name) => [keyOf(name), name]))) {
      const counts = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, counts.set(name, (counts.get(name) ?? 0) + 1));
    }
  return Array.from(spellings.values(), (counts) => {
    const [[name] = ['']] = [...counts].toSorted(([, a], [, b]) => b - a);
    return { name, count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  })
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
      const sources = commonest(rows, ({ source }) => (source === null ? [] : [source]), String);
      return { sources, keywords: commonest(rows, ({ keywords }) => keywords, keywordKey), of: rows.length };
    }, signal)
    .catch((error: unknown) => {
      if (!isAboutIndex(error)) throw error;
      return null;
    });
}
