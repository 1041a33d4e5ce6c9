/** The library as the list model asks for it. Loaded after a page's first paint: this is where Dexie comes in. */
import { liveQuery } from 'dexie';
import type { ArticleId, ArticleRow } from '../article';
import { findMarks } from '../search/find-marks';
import { search, type Mark, type Snippet } from '../search/search';
import type { Bulk } from './bulk';
import type { applyChange, LibraryChange } from './change';
import { type Done, doneOf } from './done';
import { countPlaces, listArticles } from './list';
import { failureOf, type ListFailure, refusing } from './list-failure';
import { type Filter, isIn, type Place, statesOf } from './place';
import type { LibraryManager } from './manage';
import type { LibraryDb } from './schema';
import { setState } from './state';

export type { TagCount } from './all-tags';

export type ListItem = { row: ArticleRow; titleMarks?: readonly Mark[]; snippet?: Snippet };

export type ListView = Filter & { query: string; limit: number };

/** `total` counts what the view holds, shown or not; `complete` when all of it is in `items`. */
export type ListResult = { items: readonly ListItem[]; total: number; complete: boolean };

export type ListCounts = Record<Place, number>;

export type ListSource = {
  /** Answers now and after each change, by whomever. Returns the way to stop, which also aborts a query under way. */
  watch: (view: ListView, onResult: (result: ListResult) => void, onFailure: (why: ListFailure) => void) => () => void;
  watchCounts: (onCounts: (counts: ListCounts) => void) => () => void;
  /** Resolves also when it was cancelled or failed half-way. Rejects, with nothing done, with a `ListFailure` or `TagError`. */
  change: (ids: readonly ArticleId[], change: LibraryChange, bulk: Bulk) => Promise<Done>;
  /** Only on the page of the library: the popup goes without its code. */
  manage?: LibraryManager;
};

async function resultOf(db: LibraryDb, view: ListView, signal: AbortSignal): Promise<ListResult> {
  const { query, limit } = view;
  if (query === '') {
    const { rows, total } = await listArticles(db, view, limit);
    return { items: rows.map((row) => ({ row })), total, complete: rows.length >= total };
  }
  const only = (row: ArticleRow): boolean => isIn(view, row);
  const { hits, total, terms } = await search(db, query, { states: statesOf(view.place), only, limit, signal });
  const items = hits.map(({ article: row, snippet }) => ({ row, snippet, titleMarks: findMarks(row.title, terms) }));
  return { items, total, complete: hits.length === total };
}

/** All that the popup does to articles: it goes without the code for the rest. */
const move: typeof applyChange = async (db, ids, change, bulk) => {
  if (!('to' in change)) throw new Error('Articles can only be moved here.');
  return setState(db, ids, change.to, bulk);
};

/** Rejects with a `ListFailure` when the database cannot be opened: a live query would wait for it in silence. */
export async function openListSource(db: LibraryDb, apply = move): Promise<ListSource> {
  await db.open().catch(refusing('open'));
  return {
    watch(view, onResult, onFailure) {
      const overtaken = new AbortController();
      const subscription = liveQuery(() => resultOf(db, view, overtaken.signal)).subscribe({
        next: onResult,
        error: (error: unknown) => {
          if (!overtaken.signal.aborted) onFailure(failureOf(error, 'open'));
        },
      });
      return () => {
        subscription.unsubscribe();
        overtaken.abort();
      };
    },
    watchCounts(onCounts) {
      // A failure is told by `watch`, which asks the same database.
      const subscription = liveQuery(() => countPlaces(db)).subscribe({ next: onCounts, error: () => {} });
      return () => subscription.unsubscribe();
    },
    change: (ids, change, bulk) => doneOf(db, apply(db, ids, change, bulk)),
  };
}
