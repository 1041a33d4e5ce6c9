/** The library as the list model asks for it. Loaded after a page's first rows: this is where Dexie comes in. */
import type { ArticleId, ArticleRow } from '../article';
import type { Facets } from '../search/facets';
import { type Mark, searcher, type SearchResult, type Snippet } from '../search/search';
import { backendOf } from './backend';
import type { Bulk } from './bulk';
import type { applyChange, LibraryChange } from './change';
import { type Done, doneOf } from './done';
import { type KnownValues, knownValues } from './known-values';
import { failureOf, type ListFailure, refusing } from './list-failure';
import type { Filter, Place } from './place';
import type { LibraryManager } from './manage';
import type { LibraryDb } from './schema';
import { setState } from './state';
import { watchArticles } from './watch-articles';
import { watchList } from './watch-list';
import { queryOf, watchSearch } from './watch-search';

export type { TagCount } from './all-tags';

export type ListItem = { row: ArticleRow; titleMarks?: readonly Mark[]; snippet?: Snippet };

/** `order` is that of hits; lists are always by date. */
export type ListView = Filter & { query: string; order: 'relevance' | 'date' };

/**
 * `items` stand in the list from place `from` on; all others are read when they come near. `extent`: how many the list has,
 * as far as is known by now; `total`: how many there are, once they are `counted`, until then what is known.
 */
export type ListResult = {
  items: readonly ListItem[];
  from: number;
  extent: number;
  total: number;
  counted: boolean;
  /** Of a search: what was looked for instead, when nothing was found as it was typed. */
  relaxed?: SearchResult['relaxed'];
  /** Of a search, where there is room for it; comes after the hits. */
  facets?: Facets;
};

export type ListCounts = Record<Place, number>;

export type ListWatch = {
  /** Places of the list that are in view now, half-open. */
  show: (from: number, to: number) => void;
  /** Also aborts a query under way. */
  stop: () => void;
};

export type ListReader = {
  /** Answers now, when other places come into view, and after each change, by whomever. */
  watch: (view: ListView, onResult: (result: ListResult) => void, onFailure: (why: ListFailure) => void) => ListWatch;
};

export type ListSource = ListReader & {
  /** Resolves also when it was cancelled or failed half-way. Rejects, with nothing done, with a `ListFailure` or `LabelError`. */
  change: (ids: readonly ArticleId[], change: LibraryChange, bulk: Bulk) => Promise<Done>;
  /** What a filter of the library may be: up to eight that go on from what is typed. */
  valuesOf?: KnownValues['of'];
  /** Only on the page of the library: the popup goes without its code. */
  manage?: LibraryManager;
};

/** All that the popup does to articles: it goes without the code for the rest. */
const move: typeof applyChange = async (db, ids, change, bulk) => {
  if (!('to' in change)) throw new Error('Articles can only be moved here.');
  return setState(db, ids, change.to, bulk);
};

/** `onUnindexed`: a search had to read every text, so the index should be looked after. */
export type SourceOptions = { apply?: typeof applyChange; withFacets?: boolean; onUnindexed?: () => void };

/** Rejects with a `ListFailure` when the database cannot be opened: a live query would wait for it in silence. */
export async function openListSource(
  db: LibraryDb,
  { apply = move, withFacets, onUnindexed }: SourceOptions = {},
): Promise<ListSource> {
  const backend = await backendOf(db).catch(refusing('open'));
  const engine = searcher(backend);
  const values = knownValues(backend);
  watchArticles(db, values.forget);
  return {
    watch(view, onResult, onFailure) {
      const onError = (error: unknown): void => onFailure(failureOf(error, 'open'));
      const query = queryOf(view);
      const watched = query
        ? watchSearch(engine, query, view, { onResult, onError, onUnindexed, withFacets })
        : watchList(db.backendDB(), view, { onResult, onError });
      const stopListening = watchArticles(db, watched.changed);
      return {
        show: watched.show,
        stop() {
          stopListening();
          watched.stop();
        },
      };
    },
    valuesOf: values.of,
    change: (ids, change, bulk) => doneOf(db, apply(db, ids, change, bulk)),
  };
}
