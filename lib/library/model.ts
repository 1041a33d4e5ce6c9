/**
 * The list of articles as the popup and the library page show it: what is asked for, what came, what can be undone.
 * Knows no database, so that a page can draw itself and take the first letters before Dexie is there.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import type { ArticleId, ArticleRow } from '../article';
import type { TagCount } from './all-tags';
import type { Bulk } from './bulk';
import type { LibraryChange } from './change';
import type { Done } from './done';
import type { KnownValue, ValueField } from './known-values';
import { LabelError } from './label-error';
import type { ListFailure } from './list-failure';
import type { ListCounts, ListReader, ListResult, ListSource, ListView, ListWatch } from './list-source';
import type { LibraryManager } from './manage';
import type { Place } from './place';

const NOTHING_YET: ListResult = { items: [], from: 0, extent: 0, total: 0, counted: false };

/** About the first screen. */
const TOP = { from: 0, to: 10 };

/** Something that was done and can be taken back. `instead`: another way to leave it, beside that. */
export type Undoable = {
  title: string;
  undo: () => Promise<void>;
  instead?: { label: string; run: () => Promise<void> } | undefined;
};

/** `title` names the action where it is offered to be undone; without one it is not offered. */
export type Action = { title?: string; onProgress?: (done: number, of: number) => void; signal?: AbortSignal };

export type LibraryModel = ReturnType<typeof libraryModel>;

/**
 * `opening` may reject with a `ListFailure`. Times come from `now`. `early` shows rows until the library is open;
 * what it cannot do is `null`, and waits.
 */
export function libraryModel(
  opening: Promise<ListSource>,
  now: () => number,
  early: Promise<ListReader | null> = Promise.resolve(null),
) {
  const source = signal<ListSource | null>(null);
  const reader = signal<ListReader | null>(null);
  const query = signal('');
  const place = signal<Place>('all');
  const tag = signal<string | null>(null);
  const keyword = signal<string | null>(null);
  const order = signal<ListView['order']>('relevance');
  const result = signal<ListResult | null>(null);
  const failure = signal<ListFailure | null>(null);
  const counts = signal<ListCounts | null>(null);
  const tags = signal<readonly TagCount[]>([]);
  const undoable = signal<readonly Undoable[]>([]);

  void early.then((opened) => (reader.value ??= opened));
  opening.then(
    (opened) => batch(() => ((source.value = opened), (reader.value = opened))),
    (reason: ListFailure) => (failure.value = reason),
  );

  const wanted = computed(() => query.value.trim());
  const view = computed(() => ({
    query: wanted.value,
    place: place.value,
    tag: tag.value,
    keyword: keyword.value,
    order: order.value,
  }));
  /** Whether the rows answer what is asked for now, or still what was asked before. */
  const fresh = signal(false);
  let watch: ListWatch | null = null;
  let inView = TOP;
  const show = (from: number, to: number): void => {
    inView = { from, to };
    watch?.show(from, to);
  };
  const stopWatching = effect(() => {
    fresh.value = false;
    if (!reader.value) return;
    const started = reader.value.watch(
      view.value,
      (came) => batch(() => ((result.value = came), (fresh.value = true), (failure.value = null))),
      (reason) => (failure.value = reason),
    );
    watch = started;
    started.show(inView.from, inView.to);
    // An overtaken query ends with the effect.
    return started.stop;
  });

  // Counting takes long in a large library: the rows come first.
  const shown = computed(() => result.value !== null);
  const stopCounting = effect(() => {
    if (shown.value) return source.value?.manage?.watchCounts((came) => (counts.value = came));
  });

  const stopTags = effect(() => {
    if (shown.value) return source.value?.manage?.watchTags((came) => (tags.value = came));
  });

  /** From the top again. */
  const ask = (change: () => void) => batch(() => ((inView = TOP), change()));

  const filterBy = (term: string | null) => ask(() => ((keyword.value = term), (query.value = '')));

  const attempt = async (work: (opened: ListSource) => Promise<void>): Promise<void> => {
    try {
      await work(await opening);
    } catch (error) {
      // What was typed wrongly is said where it was typed.
      if (error instanceof LabelError) throw error;
      failure.value = typeof error === 'string' ? (error as ListFailure) : 'write';
    }
  };

  const bulkOf = ({ onProgress, signal }: Action): Bulk => ({
    now: now(),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });

  /** Shows what came of an action and, if it has a title, offers it to be undone. */
  const offer = ({ undo, failure: why }: Done, { title }: Action): void => {
    if (title !== undefined) undoable.value = [...undoable.value, { title, undo: () => undo(now()) }];
    if (why) failure.value = why;
  };

  const change = (ids: readonly ArticleId[], change: LibraryChange, action: Action = {}): Promise<void> =>
    attempt(async (opened) => offer(await opened.change(ids, change, bulkOf(action)), action));

  return {
    query,
    place,
    tag,
    keyword,
    order,
    failure,
    counts,
    /** Tags in use outside the trash; none in the popup. */
    tags,
    fresh,
    /** What is at hand of the list; null until the first answer. */
    items: computed(() => result.value?.items ?? null),
    /** Where in the list `items` begin. */
    from: computed(() => (result.value ?? NOTHING_YET).from),
    /** How many places the list has, as far as is known. */
    extent: computed(() => (result.value ?? NOTHING_YET).extent),
    total: computed(() => (result.value ?? NOTHING_YET).total),
    /** Whether `total` is known; until then it is what is shown. */
    counted: computed(() => (result.value ?? NOTHING_YET).counted),
    /** What was looked for instead, when nothing was found as it was typed. */
    relaxed: computed(() => result.value?.relaxed ?? null),
    facets: computed(() => result.value?.facets ?? null),
    /** Newest last. */
    undoable,
    search: (text: string) => ask(() => (query.value = text)),
    filterBy,
    sortBy: (wanted: ListView['order']) => ask(() => (order.value = wanted)),
    /** What was typed stays when nothing changes, so that the way back from an article finds it. */
    showPlace: (to: { place: Place; tag?: string | null; keyword?: string | null }) => {
      const narrowed = { place: to.place, tag: to.tag ?? null, keyword: to.keyword ?? null };
      const now = view.peek();
      if (narrowed.place === now.place && narrowed.tag === now.tag && narrowed.keyword === now.keyword) return;
      batch(() => {
        // Rows of one place must not be seen in another, not even for a moment.
        if (narrowed.place !== now.place) result.value = null;
        place.value = narrowed.place;
        tag.value = narrowed.tag;
        filterBy(narrowed.keyword);
      });
    },
    /** Says which places of the list are in view, half-open: what is near them is fetched. */
    show,
    /** Rejects with `LabelError` only: anything else is said by `failure`. */
    change,
    /** All articles of the view, also those that are not shown. Rejects with a `ListFailure`. */
    allIds: async (): Promise<ArticleId[]> => (await (await opening).manage?.idsOf(view.peek())) ?? [],
    /** What goes on from what is typed of a filter's value. Rejects with a `ListFailure`. */
    valuesOf: async (field: ValueField, beginning: string): Promise<KnownValue[]> =>
      (await (await opening).valuesOf?.(field, beginning)) ?? [],
    /** What is done to more than some articles: `work` says what. Rejects with `LabelError` only. */
    everywhere: (
      work: (manage: LibraryManager, bulk: Bulk) => Promise<Done | void>,
      action: Action = {},
    ): Promise<void> =>
      attempt(async ({ manage }) => {
        const done = manage && (await work(manage, bulkOf(action)));
        if (done) offer(done, action);
      }),
    remove: (row: ArticleRow) => change([row.id], { to: 'trash' }, { title: row.title }),
    restore: (row: ArticleRow) => change([row.id], { putBack: true }),
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
      stopTags();
    },
  };
}
