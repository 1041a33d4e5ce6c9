/** A list of any length as a page scrolls through it: only what is near is read, and only that is held. */
import type { ArticleId, ArticleRow } from '../article';
import type { ListResult, ListWatch } from './list-source';
import { type Filter, labelsOf } from './place';
import { countWithin, newestRows, rowsById, rowsWithin, shelvesOf } from './raw-rows';
import { type Section, sectionsOf } from './sections';
import { idsUnderLabels } from './under-labels';

/** Rows read at first; more than a screen, less than a delay. */
const HEAD = 30;
/** Articles of one section: many, since each costs a transaction; few where rows are read. */
const STEP = 1000;
const FINE = 200;
/** Rows that are kept ready on each side of those in view. */
const NEAR = 100;
/** The list is measured when its first rows have been seen, and what is typed at once goes first. */
const REST_MS = 250;
/** After a change that cannot be traced the list is measured again; a long one not before it rests. */
const AGAIN_MS = 1000;
const LONG = 5;
/** So many sections are measured before a page is told. */
const TELL_EVERY = 10;

type Piece = { count: number; span?: Section; ids?: readonly ArticleId[] };

type Options = {
  onResult: (result: ListResult) => void;
  onError: (error: unknown) => void;
};

export type WatchedList = ListWatch & {
  /** Articles were changed; `null`: nobody knows which. */
  changed: (ids: readonly ArticleId[] | null) => void;
};

export function watchList(db: IDBDatabase, filter: Filter, { onResult, onError }: Options): WatchedList {
  const shelves = shelvesOf(filter);
  const byKeys = labelsOf(filter).length > 1;
  let pieces: Piece[] = [];
  let measured = false;
  let held = new Map<Piece, readonly ArticleRow[]>();
  let heldFrom = 0;
  let wanted = { from: 0, to: HEAD };
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let measuring = false;

  const failed = (error: unknown): void => {
    if (!stopped) onError(error);
  };

  /** One at a time; what was asked meanwhile is done after it, once. */
  let work: Promise<void> | null = null;
  let again = false;
  const update = (): void => {
    if (stopped) return;
    if (work) return void (again = true);
    work = read()
      .catch(failed)
      .finally(() => {
        work = null;
        if (again && !stopped) {
          again = false;
          update();
        }
      });
  };

  const tell = (rows: readonly ArticleRow[], { from, extent, counted }: Omit<ListResult, 'items' | 'total'>): void => {
    if (!stopped) onResult({ items: rows.map((row) => ({ row })), from, extent, total: extent, counted });
  };

  const rowsOf = (piece: Piece): Promise<ArticleRow[]> =>
    piece.span ? rowsWithin(db, shelves, piece.span) : rowsById(db, piece.ids ?? []);

  const head = async (): Promise<void> => {
    const rows = await newestRows(db, shelves, HEAD + 1);
    if (pieces.length > 0) return update();
    const counted = rows.length <= HEAD;
    const shown = rows.slice(0, HEAD);
    tell(shown, { from: 0, extent: shown.length, counted });
    if (!counted && !measuring) measureAfter(REST_MS);
  };

  const byLabels = async (): Promise<void> => {
    const ids = await idsUnderLabels(db, filter);
    pieces = [];
    for (let at = 0; at < ids.length; at += FINE) {
      const some = ids.slice(at, at + FINE);
      pieces.push({ count: some.length, ids: some });
    }
    measured = true;
    await near();
  };

  const read = (): Promise<void> =>
    byKeys && !measured ? byLabels() : pieces.length === 0 && !measured ? head() : near();

  /** The pieces around what is in view, and the place of the first of them. */
  const closeBy = (): { close: Piece[]; from: number } => {
    let at = 0;
    let from = 0;
    const close = pieces.filter(({ count }) => {
      const start = at;
      at += count;
      const isClose = at > wanted.from - NEAR && start < wanted.to + NEAR;
      if (!isClose && start < wanted.from) from = at;
      return isClose;
    });
    return { close, from };
  };

  const split = async (piece: Piece, span: Section): Promise<void> => {
    const list = pieces;
    const finer: Piece[] = [];
    for await (const section of sectionsOf(db, shelves, FINE, span))
      finer.push({ count: section.count, span: section });
    list.splice(list.indexOf(piece), 1, ...finer);
  };

  /** Reads the pieces around what is in view, and lets go of the others. */
  const near = async (): Promise<void> => {
    for (const piece of closeBy().close) if (piece.span && piece.count > 2 * FINE) await split(piece, piece.span);
    const { close, from } = closeBy();
    const read = await Promise.all(close.map(async (piece) => held.get(piece) ?? (await rowsOf(piece))));
    // Counted some time ago; now it is known.
    for (const [i, piece] of close.entries()) piece.count = read[i]?.length ?? 0;
    held = new Map(close.map((piece, i) => [piece, read[i] ?? []]));
    heldFrom = from;
    const extent = pieces.reduce((sum, { count }) => sum + count, 0);
    tell(read.flat(), { from, extent, counted: measured });
  };

  const measureAfter = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void measure().catch(failed), ms);
  };

  /** At first the list grows while it is measured; later the new measure takes the place of the old one as a whole. */
  const measure = async (): Promise<void> => {
    if (measuring) return measureAfter(AGAIN_MS);
    measuring = true;
    const first = !measured;
    const found: Piece[] = [];
    if (first) pieces = found;
    for await (const section of sectionsOf(db, shelves, STEP)) {
      if (stopped) return;
      found.push({ count: section.count, span: section });
      if (first && (found.length === 1 || found.length % TELL_EVERY === 0)) update();
    }
    if (!first) moveTo(found);
    measured = true;
    measuring = false;
    update();
  };

  /** What was in view stays in view, wherever it stands now. */
  const moveTo = (found: Piece[]): void => {
    const placeOf = (list: readonly Piece[], time: number): number => {
      const index = list.findIndex(({ span }) => span && span.older <= time);
      return list.slice(0, Math.max(0, index)).reduce((sum, { count }) => sum + count, 0);
    };
    const time = [...held.values()].flat()[wanted.from - heldFrom]?.savedAt;
    const shift = time === undefined || wanted.from === 0 ? 0 : placeOf(found, time) - placeOf(pieces, time);
    pieces = found;
    held.clear();
    wanted = { from: wanted.from + shift, to: wanted.to + shift };
  };

  /** Counts the sections anew in which the articles stand. False when that does not tell everything. */
  const recount = async (ids: readonly ArticleId[]): Promise<boolean> => {
    const rows = await rowsById(db, ids);
    const [newest] = pieces;
    const touched = new Set([
      newest,
      ...rows.map((row) => pieces.find(({ span }) => span && span.older <= row.savedAt)),
    ]);
    let traced = rows.length === ids.length;
    for (const piece of touched) {
      if (!piece?.span) continue;
      const count = await countWithin(db, shelves, piece.span);
      // One that came to the top may have stood elsewhere before.
      if (piece === newest && count > piece.count) traced = false;
      piece.count = count;
    }
    return traced;
  };

  update();
  return {
    show(from, to) {
      wanted = { from, to };
      if (pieces.length === 0) {
        // Whoever scrolls so soon wants the rest now.
        if (to > HEAD / 2 && timer !== undefined && !measuring) measureAfter(0);
        return;
      }
      const { close } = closeBy();
      if (close.some((piece) => !held.has(piece))) update();
    },
    changed(ids) {
      held.clear();
      if (byKeys) measured = false;
      else if (pieces.length > 0) {
        const recounting = ids ? recount(ids) : Promise.resolve(false);
        recounting
          .then((traced) => {
            if (stopped) return;
            if (!traced) measureAfter(pieces.length > LONG ? AGAIN_MS : 0);
            update();
          })
          .catch(failed);
        return;
      }
      update();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
