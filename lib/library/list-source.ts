/** The library as the list model asks for it. Loaded after a page's first paint: this is where Dexie comes in. */
import { liveQuery } from 'dexie';
import type { ArticleId, ArticleRow } from '../article';
import { findMarks } from '../search/find-marks';
import { search, type Mark, type Snippet } from '../search/search';
import { articlesWithKeyword, countArticles, listArticles } from './list';
import { NewerDatabaseError } from './open';
import type { LibraryDb } from './schema';
import { moveToTrash, undoTrash } from './trash';

export type ListItem = { row: ArticleRow; titleMarks?: readonly Mark[]; snippet?: Snippet };

export type ListView = { query: string; keyword: string | null; trash: boolean; limit: number };

/** `total` counts what the view holds, shown or not; `complete` when all of it is in `items`. */
export type ListResult = { items: readonly ListItem[]; total: number; complete: boolean };

export type ListCounts = { library: number; trash: number };

/** What went wrong, as a code that a page translates (`list_failed_<code>`). */
export type ListFailure = 'open' | 'newer' | 'blocked' | 'full' | 'write';

export type ListSource = {
  /** Answers now and after each change, by whomever. Returns the way to stop, which also aborts a query under way. */
  watch: (view: ListView, onResult: (result: ListResult) => void, onFailure: (why: ListFailure) => void) => () => void;
  watchCounts: (onCounts: (counts: ListCounts) => void) => () => void;
  /** Resolves to the way back. Rejects with a `ListFailure`. */
  remove: (id: ArticleId, now: number) => Promise<(now: number) => Promise<void>>;
  restore: (row: ArticleRow, now: number) => Promise<void>;
};

/** Browsers wrap a full disk in other errors and name it in the message only. */
export function failureOf(error: unknown, otherwise: ListFailure): ListFailure {
  if (error instanceof NewerDatabaseError || (error instanceof Error && error.name === 'NewerDatabaseError'))
    return 'newer';
  return /quota|disk|space/i.test(String(error)) ? 'full' : otherwise;
}

const IN_LIBRARY = ['inbox', 'archive'] as const;
const IN_TRASH = ['trash'] as const;

async function resultOf(db: LibraryDb, view: ListView, signal: AbortSignal): Promise<ListResult> {
  const { query, keyword, trash, limit } = view;
  const states = trash ? IN_TRASH : IN_LIBRARY;
  if (query) {
    const only = keyword === null ? {} : { keyword };
    const { hits, total, terms } = await search(db, query, { states, limit, signal, ...only });
    const items = hits.map(({ article: row, snippet }) => ({ row, snippet, titleMarks: findMarks(row.title, terms) }));
    return { items, total, complete: hits.length === total };
  }
  if (keyword !== null) {
    const rows = await articlesWithKeyword(db, keyword);
    return { items: rows.slice(0, limit).map((row) => ({ row })), total: rows.length, complete: rows.length <= limit };
  }
  const [rows, total] = await Promise.all([listArticles(db, { states, limit }), countArticles(db, states)]);
  return { items: rows.map((row) => ({ row })), total, complete: rows.length >= total };
}

const refusing =
  (otherwise: ListFailure) =>
  (error: unknown): never => {
    throw failureOf(error, otherwise);
  };

/** Rejects with a `ListFailure` when the database cannot be opened: a live query would wait for it in silence. */
export async function openListSource(db: LibraryDb): Promise<ListSource> {
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
      const count = async () => {
        const [library, trash] = await Promise.all([countArticles(db, IN_LIBRARY), countArticles(db, IN_TRASH)]);
        return { library, trash };
      };
      // A failure is told by `watch`, which asks the same database.
      const subscription = liveQuery(count).subscribe({ next: onCounts, error: () => {} });
      return () => subscription.unsubscribe();
    },
    remove: async (id, now) => {
      const token = await moveToTrash(db, [id], now).catch(refusing('write'));
      return (now) => undoTrash(db, token, now).catch(refusing('write'));
    },
    restore: (row, now) =>
      undoTrash(db, { moved: [{ id: row.id, from: 'inbox' }], stamp: row.stamps.state ?? '' }, now).catch(
        refusing('write'),
      ),
  };
}
