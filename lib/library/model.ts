/**
 * The list of articles as the popup and the library page show it: what is asked for, what came, what can be undone.
 * Knows no database, so that a page can draw itself and take the first letters before Dexie is there.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import type { ArticleRow } from '../article';
import type { ListCounts, ListFailure, ListResult, ListSource } from './list-source';

/** Rows fetched at first and with each step; more than a screen, less than a delay. */
const PAGE = 50;

const NOTHING_YET: ListResult = { items: [], total: 0, complete: true };

/** Something that was done and can be taken back. */
export type Undoable = { title: string; undo: () => Promise<void> };

export type LibraryModel = ReturnType<typeof libraryModel>;

/** `opening` may reject with a `ListFailure`. Times come from `now`. */
export function libraryModel(opening: Promise<ListSource>, now: () => number) {
  const source = signal<ListSource | null>(null);
  const query = signal('');
  const keyword = signal<string | null>(null);
  const trash = signal(false);
  const limit = signal(PAGE);
  const result = signal<ListResult | null>(null);
  const failure = signal<ListFailure | null>(null);
  const counts = signal<ListCounts | null>(null);
  const undoable = signal<readonly Undoable[]>([]);

  opening.then(
    (opened) => (source.value = opened),
    (reason: ListFailure) => (failure.value = reason),
  );

  const wanted = computed(() => query.value.trim());
  /** Whether the rows answer what is asked for now, or still what was asked before. */
  const fresh = signal(false);
  const stopWatching = effect(() => {
    fresh.value = false;
    const view = { query: wanted.value, keyword: keyword.value, trash: trash.value, limit: limit.value };
    // The effect's end stops an overtaken query.
    return source.value?.watch(
      view,
      (came) => batch(() => ((result.value = came), (fresh.value = true), (failure.value = null))),
      (reason) => (failure.value = reason),
    );
  });

  const stopCounting = effect(() => source.value?.watchCounts((came) => (counts.value = came)));

  /** From the top again: another view starts with its first page. */
  const show = (change: () => void) => batch(() => (change(), (limit.value = PAGE)));

  const filterBy = (term: string | null) => show(() => ((keyword.value = term), (query.value = '')));

  const attempt = async (work: (opened: ListSource) => Promise<void>): Promise<void> => {
    try {
      await work(await opening);
    } catch (error) {
      failure.value = typeof error === 'string' ? (error as ListFailure) : 'write';
    }
  };

  return {
    query,
    keyword,
    trash,
    failure,
    counts,
    fresh,
    /** Null until the first answer. */
    items: computed(() => result.value?.items ?? null),
    total: computed(() => (result.value ?? NOTHING_YET).total),
    /** Newest last. */
    undoable,
    search: (text: string) => show(() => (query.value = text)),
    filterBy,
    /** The library or its trash; what was typed stays when nothing changes, so that the way back from an article finds it. */
    showPlace: (place: { trash: boolean; keyword: string | null }) => {
      if (place.trash === trash.peek() && place.keyword === keyword.peek()) return;
      batch(() => {
        // Rows of the library must not be seen in the trash, not even for a moment.
        if (place.trash !== trash.peek()) result.value = null;
        trash.value = place.trash;
        filterBy(place.keyword);
      });
    },
    more: computed(() => (result.value?.complete === false ? () => (limit.value += PAGE) : undefined)),
    remove: (row: ArticleRow) =>
      attempt(async (opened) => {
        const undo = await opened.remove(row.id, now());
        undoable.value = [...undoable.value, { title: row.title, undo: () => undo(now()) }];
      }),
    restore: (row: ArticleRow) => attempt((opened) => opened.restore(row, now())),
    undo: () =>
      attempt(async () => {
        const last = undoable.value.at(-1);
        undoable.value = undoable.value.slice(0, -1);
        await last?.undo();
      }),
    forgetUndo: () => (undoable.value = []),
    fail: (why: ListFailure) => (failure.value = why),
    forgetFailure: () => (failure.value = null),
    stop: () => {
      stopWatching();
      stopCounting();
    },
  };
}
