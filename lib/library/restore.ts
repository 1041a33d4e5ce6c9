/** A backup → the library: looked at first, then merged slice by slice, with a mark of how far it got. */
import type { ArticleLine, BackupLine } from './backup';
import { lackingPictures } from './backup';
import { isPlain, type LikelyFresh, prepareFresh } from './restore-fresh';
import { restoreDecisions } from './restore-decisions';
import { readLine, readSiteRule, readTermPref } from './restore-line';
import type { RestoreKind } from './restore-merge';
import { CURSOR_KEY, type Restored, restoreSlice } from './restore-slice';
import type { LibraryDb } from './schema';
import { RULE_FIELDS } from './site-rules';
import { heldKeys } from './slices';
import { PREF_FIELDS } from './term-prefs';

/** How many articles met which fate. `unreadable`: lines that are no articles; they are left out. */
export type RestoreTally = Record<RestoreKind | 'unreadable', number>;

/** What a restore would do, and the first titles of each kind. */
export type RestorePlan = { tally: RestoreTally; titles: Record<RestoreKind, string[]> };

/** A file whose entries have been verified. Rejects when they are not what they were any more. */
export type RestoreSource = {
  /** Tells this file from others. */
  id: string;
  parts: number;
  articles: (part: number) => Promise<unknown[]>;
  siteRules: () => Promise<unknown[]>;
  termPrefs: () => Promise<unknown[]>;
  picture: (hash: string) => Promise<Uint8Array<ArrayBuffer> | null>;
};

type Options = {
  now: () => number;
  bringBack: boolean;
  onProgress?: (part: number, of: number) => void;
  signal?: AbortSignal;
};

/** Where a restore stands. It goes on from here with the same file. */
export type RestoreCursor = { file: string; part: number; line: number; bringBack: boolean; tally: RestoreTally };

/** Articles merged in one transaction; a save that comes meanwhile waits for no more than these, some tenths of a second. */
const SLICE = { plain: 250, any: 100 };
const TITLES = 5;

const noTally = (): RestoreTally => ({
  new: 0,
  newerThere: 0,
  newerHere: 0,
  both: 0,
  same: 0,
  deletedHere: 0,
  unreadable: 0,
});

export const newPlan = (): RestorePlan => ({
  tally: noTally(),
  titles: { new: [], newerThere: [], newerHere: [], both: [], same: [], deletedHere: [] },
});

const readable = (values: readonly unknown[]): BackupLine[] => values.map(readLine).filter((line) => line !== null);

function counted(tally: RestoreTally, restored: readonly Restored[], unreadable = 0): RestoreTally {
  const sum = { ...tally, unreadable: tally.unreadable + unreadable };
  for (const { kind } of restored) sum[kind]++;
  return sum;
}

/** Adds to a plan what would become of these lines. Writes nothing. */
export async function planLines(db: LibraryDb, values: readonly unknown[], plan: RestorePlan): Promise<void> {
  const lines = readable(values);
  const restored = await restoreSlice(db, lines, { now: 0, bringBack: false, dry: true });
  plan.tally = counted(plan.tally, restored, values.length - lines.length);
  for (const { kind, title } of restored) if (plan.titles[kind].length < TITLES) plan.titles[kind].push(title);
}

/** The restore that was begun and did not end, if there is one. */
export async function unfinishedRestore(db: LibraryDb): Promise<RestoreCursor | null> {
  return ((await db.kv.get(CURSOR_KEY))?.value as RestoreCursor | undefined) ?? null;
}

/** Leaves a restore that was begun as it is; what was merged stays. */
async function forgetRestore(db: LibraryDb): Promise<void> {
  await db.kv.delete(CURSOR_KEY);
}

/**
 * Merges the file into the library, from where an earlier restore of the same file stopped. Rejects with the signal's
 * reason, or with the error of file or database: what is merged by then is whole and stays, the rest can be gone on with.
 */
export async function restore(db: LibraryDb, source: RestoreSource, options: Options): Promise<RestoreTally> {
  const { now, bringBack, onProgress, signal } = options;
  const begun = await unfinishedRestore(db);
  const from = begun?.file === source.id && begun.bringBack === bringBack ? begun : null;
  let tally = from?.tally ?? noTally();
  for await (const slice of ahead(slicesOf(source, from ?? { part: 0, line: 0 }, signal))) {
    signal?.throwIfAborted();
    const { lines, likely, unreadable, next } = slice;
    await bringPictures(db, await wantedLines(db, lines, bringBack), source, signal);
    const before = tally;
    const cursor = (restored: Restored[]): RestoreCursor => ({
      file: source.id,
      ...next,
      bringBack,
      tally: counted(before, restored, unreadable),
    });
    const restored = await restoreSlice(db, lines, { now: now(), bringBack, dry: false, likely, cursor });
    tally = counted(before, restored, unreadable);
    onProgress?.(slice.done, source.parts);
  }
  const rules = (await source.siteRules()).map(readSiteRule).filter((rule) => rule !== null);
  await restoreDecisions(db, db.siteRules, RULE_FIELDS, rules, now());
  const prefs = (await source.termPrefs()).map(readTermPref).filter((pref) => pref !== null);
  await restoreDecisions(db, db.termPrefs, PREF_FIELDS, prefs, now());
  await forgetRestore(db);
  return tally;
}

type Place = { part: number; line: number };

/** Some lines of a file. `next`: where those after them are; `done`: how many parts are behind them. */
type Slice = { lines: BackupLine[]; likely: LikelyFresh; unreadable: number; next: Place; done: number };

/** A slice, read: fewer lines where some take longer. */
function cut(values: readonly unknown[], from: number): { lines: BackupLine[]; to: number } {
  const to = Math.min(from + SLICE.any, values.length);
  const lines = readable(values.slice(from, to));
  if (!lines.every(isPlain)) return { lines, to };
  const most = Math.min(from + SLICE.plain, values.length);
  const more = readable(values.slice(to, most));
  return more.every(isPlain) ? { lines: [...lines, ...more], to: most } : { lines, to };
}

async function* slicesOf(source: RestoreSource, from: Place, signal?: AbortSignal): AsyncGenerator<Slice> {
  for (let part = from.part; part < source.parts; part++) {
    const values = await source.articles(part);
    for (let line = part === from.part ? from.line : 0; line < values.length;) {
      signal?.throwIfAborted();
      const { lines, to } = cut(values, line);
      yield {
        lines,
        likely: await prepareFresh(lines, false),
        unreadable: to - line - lines.length,
        next: to < values.length ? { part, line: to } : { part: part + 1, line: 0 },
        done: part + to / values.length,
      };
      line = to;
    }
  }
}

/** The same, each got ready while the one before is worked on: there are never more than two. */
async function* ahead<T>(values: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = values.next();
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = values.next();
    // Who gives up before it is asked for need not hear what became of it.
    next.catch(() => undefined);
    yield value;
  }
}

async function wantedLines(db: LibraryDb, lines: BackupLine[], bringBack: boolean): Promise<ArticleLine[]> {
  const articles = lines.filter((line): line is ArticleLine => !line.deleted);
  if (bringBack) return articles;
  const deleted = await heldKeys(
    db.deleted,
    articles.map(({ row }) => row.id),
  );
  return articles.filter(({ row }) => !deleted.has(row.id));
}

/** Pictures come before the articles that show them, one by one: no article ever names a picture that is not there. */
async function bringPictures(
  db: LibraryDb,
  lines: readonly ArticleLine[],
  source: RestoreSource,
  signal?: AbortSignal,
): Promise<void> {
  const shown = lines.flatMap(({ pictures }) => pictures);
  const types = new Map(shown.flatMap(({ hash, type }) => (hash === undefined ? [] : [[hash, type] as const])));
  for (const hash of await lackingPictures(db, [...types.keys()])) {
    signal?.throwIfAborted();
    const bytes = await source.picture(hash);
    if (bytes) await db.pictures.put({ hash, blob: new Blob([bytes], { type: types.get(hash) ?? '' }) });
  }
}
