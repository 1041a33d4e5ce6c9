/** The library as the list model asks for it. Loaded after a page's first paint: this is where Dexie comes in. */
import { liveQuery } from 'dexie';
import type { ArticleId, ArticleRow } from '../article';
import { findMarks } from '../search/find-marks';
import { search, type Mark, type Snippet } from '../search/search';
import type { Bulk } from './bulk';
import type { applyChange, LibraryChange } from './change';
import { type Done, doneOf } from './done';
import { countArticles, listArticles, type Page } from './list';
import { failureOf, type ListFailure, refusing } from './list-failure';
import { type Filter, isIn, type Place, statesOf } from './place';
import type { LibraryManager } from './manage';
import type { LibraryDb } from './schema';
import { setState } from './state';

export type { TagCount } from './all-tags';

export type ListItem = { row: ArticleRow; titleMarks?: readonly Mark[]; snippet?: Snippet };

export type ListView = Filter & { query: string; limit: number };

/**
 * `total` counts what the view holds, shown or not, once it is `counted`; until then it is what is shown. `complete` when
 * all of it is in `items`.
 */
export type ListResult = { items: readonly ListItem[]; total: number; counted: boolean; complete: boolean };

export type ListCounts = Record<Place, number>;

export type ListSource = {
  /** Answers now and after each change, by whomever. Returns the way to stop, which also aborts a query under way. */
  watch: (view: ListView, onResult: (result: ListResult) => void, onFailure: (why: ListFailure) => void) => () => void;
  /** Resolves also when it was cancelled or failed half-way. Rejects, with nothing done, with a `ListFailure` or `TagError`. */
  change: (ids: readonly ArticleId[], change: LibraryChange, bulk: Bulk) => Promise<Done>;
  /** Only on the page of the library: the popup goes without its code. */
  manage?: LibraryManager;
};

async function searched(db: LibraryDb, view: ListView, signal: AbortSignal): Promise<ListResult> {
  const { query, place, limit } = view;
  const only = (row: ArticleRow): boolean => isIn(view, row);
  const { hits, total, terms } = await search(db, query, { states: statesOf(place), only, limit, signal });
  const items = hits.map(({ article: row, snippet }) => ({ row, snippet, titleMarks: findMarks(row.title, terms) }));
  return { items, total, counted: true, complete: hits.length === total };
}

type Watcher = { onResult: (result: ListResult) => void; onError: (error: unknown) => void };

/** The rows at once, their number when there is time: counting a large library takes longer than showing it. */
function watchList(db: LibraryDb, view: ListView, { onResult, onError: error }: Watcher): () => void {
  let page: Page | null = null;
  let total: number | null = null;
  let counting: { unsubscribe: () => void } | null = null;
  const tell = (): void => {
    if (!page) return;
    const { rows, complete } = page;
    const known = complete ? rows.length : total;
    const items = rows.map((row) => ({ row }));
    onResult({ items, total: known ?? rows.length, counted: known !== null, complete });
  };
  const count = () =>
    liveQuery(() => countArticles(db, view)).subscribe({ next: (came) => ((total = came), tell()), error });
  const listing = liveQuery(() => listArticles(db, view, view.limit)).subscribe({
    next(came) {
      page = came;
      tell();
      if (!came.complete) counting ??= count();
    },
    error,
  });
  return () => {
    listing.unsubscribe();
    counting?.unsubscribe();
  };
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
      const onError = (error: unknown): void => {
        if (!overtaken.signal.aborted) onFailure(failureOf(error, 'open'));
      };
      if (view.query === '') return watchList(db, view, { onResult, onError });
      const subscription = liveQuery(() => searched(db, view, overtaken.signal)).subscribe({
        next: onResult,
        error: onError,
      });
      return () => {
        subscription.unsubscribe();
        overtaken.abort();
      };
    },
    change: (ids, change, bulk) => doneOf(db, apply(db, ids, change, bulk)),
  };
}
