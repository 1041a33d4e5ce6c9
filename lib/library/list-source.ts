/** The library as the list model asks for it. Loaded after a page's first rows: this is where Dexie comes in. */
import { liveQuery } from 'dexie';
import type { ArticleId, ArticleRow } from '../article';
import { findMarks } from '../search/find-marks';
import { search, type Mark, type Snippet } from '../search/search';
import { backendOf } from './backend';
import type { Bulk } from './bulk';
import type { applyChange, LibraryChange } from './change';
import { type Done, doneOf } from './done';
import { failureOf, type ListFailure, refusing } from './list-failure';
import { type Filter, isIn, type Place, statesOf } from './place';
import type { LibraryManager } from './manage';
import type { LibraryDb } from './schema';
import { setState } from './state';
import { watchArticles } from './watch-articles';
import { watchList } from './watch-list';

export type { TagCount } from './all-tags';

export type ListItem = { row: ArticleRow; titleMarks?: readonly Mark[]; snippet?: Snippet };

export type ListView = Filter & { query: string };

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
  /** Resolves also when it was cancelled or failed half-way. Rejects, with nothing done, with a `ListFailure` or `TagError`. */
  change: (ids: readonly ArticleId[], change: LibraryChange, bulk: Bulk) => Promise<Done>;
  /** Only on the page of the library: the popup goes without its code. */
  manage?: LibraryManager;
};

/** Hits read at first and with each step. */
const PAGE = 50;

async function searched(db: LibraryDb, view: ListView, limit: number, signal: AbortSignal): Promise<ListResult> {
  const { query, place } = view;
  const only = (row: ArticleRow): boolean => isIn(view, row);
  const { hits, total, terms } = await search(db, query, { states: statesOf(place), only, limit, signal });
  const items = hits.map(({ article: row, snippet }) => ({ row, snippet, titleMarks: findMarks(row.title, terms) }));
  return { items, from: 0, extent: items.length, total, counted: true };
}

type Watcher = { onResult: (result: ListResult) => void; onError: (error: unknown) => void };

function watchSearch(db: LibraryDb, view: ListView, { onResult, onError }: Watcher): ListWatch {
  const overtaken = new AbortController();
  let limit = PAGE;
  let known = 0;
  const ask = () =>
    liveQuery(() => searched(db, view, limit, overtaken.signal)).subscribe({
      next(result) {
        known = result.extent;
        onResult(result);
      },
      error: (error) => {
        if (!overtaken.signal.aborted) onError(error);
      },
    });
  let subscription = ask();
  return {
    show(_from, to) {
      // All that were asked for are there, and the last of them come near.
      if (known < limit || to < known - PAGE / 2) return;
      limit += PAGE;
      subscription.unsubscribe();
      subscription = ask();
    },
    stop() {
      subscription.unsubscribe();
      overtaken.abort();
    },
  };
}

function watchRows(db: LibraryDb, view: ListView, watcher: Watcher): ListWatch {
  const list = watchList(db.backendDB(), view, watcher);
  const stopListening = watchArticles(db, list.changed);
  return {
    show: list.show,
    stop() {
      stopListening();
      list.stop();
    },
  };
}

/** All that the popup does to articles: it goes without the code for the rest. */
const move: typeof applyChange = async (db, ids, change, bulk) => {
  if (!('to' in change)) throw new Error('Articles can only be moved here.');
  return setState(db, ids, change.to, bulk);
};

/** Rejects with a `ListFailure` when the database cannot be opened: a live query would wait for it in silence. */
export async function openListSource(db: LibraryDb, apply = move): Promise<ListSource> {
  await backendOf(db).catch(refusing('open'));
  return {
    watch(view, onResult, onFailure) {
      const onError = (error: unknown): void => onFailure(failureOf(error, 'open'));
      return (view.query === '' ? watchRows : watchSearch)(db, view, { onResult, onError });
    },
    change: (ids, change, bulk) => doneOf(db, apply(db, ids, change, bulk)),
  };
}
