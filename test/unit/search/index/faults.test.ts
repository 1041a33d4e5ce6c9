import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type BackupLine, backupSource } from '../../../../lib/library/backup';
import { setNote } from '../../../../lib/library/note';
import { purge } from '../../../../lib/library/purge';
import { restoreSlice } from '../../../../lib/library/restore-slice';
import type { LibraryDb } from '../../../../lib/library/schema';
import { keepIndex, type KeepOptions } from '../../../../lib/search/index/keep-index';
import { mergeDeltas } from '../../../../lib/search/index/merge';
import { searcher } from '../../../../lib/search/search';
import { setState } from '../../../../lib/library/state';
import { injectFaults } from '../../../soak/faults';
import { aLibrary } from '../../library/a-library';
import { bruteForce, expectSame, expectTidy, found } from './compare';
import { type Copy, libraryOf, rowsOf } from './copy-library';
import { oneLock } from './one-lock';
import { fill, liven, QUERIES, saveOne } from './some-library';

// Struck at each write, and looked after again each time.
vi.setConfig({ testTimeout: 60_000 });

const faults = injectFaults();
afterEach(() => void faults.disarm());
afterAll(() => faults.remove());

const keep = (db: LibraryDb, options: KeepOptions = {}): Promise<boolean> =>
  keepIndex(db.backendDB(), oneLock(), { slice: 5, ...options });

async function begun(): Promise<LibraryDb> {
  const db = aLibrary();
  await db.open();
  await keep(db);
  return db;
}

/** Twenty saves, and all that was done to them, wait. */
async function pending(): Promise<Copy> {
  const db = await begun();
  await fill(db, 20);
  return rowsOf(db);
}

/** Sixteen segments of one level, in some of which documents have died. */
async function sixteenSegments(): Promise<Copy> {
  const db = await begun();
  const ids: string[] = [];
  for (let n = 0; n < 16; n++) {
    ids.push(await saveOne(db, n));
    await mergeDeltas(db.backendDB(), 1);
  }
  await liven(db, ids);
  return rowsOf(db);
}

/** As after an upgrade from a version without an index. */
async function withoutIndex(): Promise<Copy> {
  const { stores, lastNumber } = await pending();
  const kept = Object.entries(stores).map(([name, rows]) => [name, name.startsWith('fts') ? [] : rows]);
  return { stores: Object.fromEntries(kept) as Copy['stores'], lastNumber };
}

async function ofAnotherVersion(): Promise<Copy> {
  const { stores, lastNumber } = await sixteenSegments();
  return { stores: { ...stores, ftsMeta: [{ key: 'version', value: '0.9' }] }, lastNumber };
}

/** Makes the index anew; once, between two slices, articles are saved and removed, and notes written. */
async function anewMeanwhile(db: LibraryDb): Promise<void> {
  let meanwhile: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    const [first = '', second = '', third = ''] = (await db.articles.toCollection().primaryKeys()) as string[];
    await saveOne(db, 30);
    await setNote(db, first, '夜读 anew', 1);
    await purge(db, [second], { now: 1 });
    await setNote(db, third, '', 1);
  };
  const onProgress = (): void => void (meanwhile ??= write().catch(() => undefined));
  await keep(db, { anew: true, onProgress }).catch(() => undefined);
  await meanwhile;
}

/** Enough of them that they come with a segment of their own, and some that do not. */
async function aBackup(): Promise<BackupLine[]> {
  const db = aLibrary();
  for (let n = 40; n < 60; n++) await saveOne(db, n);
  const [first = '', second = ''] = await db.articles.toCollection().primaryKeys();
  await setNote(db, first, '夜读 backup', 1);
  await setState(db, [second], 'trash', { now: 1 });
  await purge(db, [second], { now: 2 });
  const lines: BackupLine[] = [];
  for await (const slice of backupSource(db, async () => null).slices()) lines.push(...slice);
  return lines;
}

let backup: BackupLine[] | undefined;

async function pendingBeforeBackup(): Promise<Copy> {
  backup ??= await aBackup();
  return pending();
}

async function bringIn(db: LibraryDb): Promise<void> {
  await restoreSlice(db, backup ?? [], { now: 1, bringBack: false, dry: false });
}

/** Makes the index anew; once, between two slices, a backup comes in. */
async function anewUnderRestore(db: LibraryDb): Promise<void> {
  let meanwhile: Promise<void> | null = null;
  const onProgress = (): void => void (meanwhile ??= bringIn(db).catch(() => undefined));
  await keep(db, { anew: true, onProgress }).catch(() => undefined);
  await meanwhile;
}

type Deed = { name: string; from: () => Promise<Copy>; act: (db: LibraryDb) => Promise<unknown> };

const deeds: Deed[] = [
  { name: 'a merge of saves', from: pending, act: (db) => keep(db) },
  { name: 'a merge of segments', from: sixteenSegments, act: (db) => keep(db) },
  { name: 'the first index of a library', from: withoutIndex, act: (db) => keep(db) },
  { name: 'an index after another version of it', from: ofAnotherVersion, act: (db) => keep(db) },
  { name: 'an index made anew', from: sixteenSegments, act: (db) => keep(db, { anew: true }) },
  {
    name: 'an index made anew while articles come and go',
    from: sixteenSegments,
    act: anewMeanwhile,
  },
  { name: 'a backup that comes in', from: pendingBeforeBackup, act: bringIn },
];

/** Whatever happened: search finds what is there, at once, and by the index after the next look. */
async function expectHealed(db: LibraryDb): Promise<void> {
  const engine = searcher(db.backendDB());
  for (const typed of QUERIES.slice(0, 8)) {
    const { ids } = await found(engine, typed);
    expect({ typed, ids }).toEqual({ typed, ids: await bruteForce(db, typed) });
  }
  expect(await keep(db)).toBe(true);
  await expectSame(db, QUERIES);
  await expectTidy(db);
}

describe.each(deeds)('$name', ({ from, act }) => {
  it('is right where nothing fails', async () => {
    const db = await libraryOf(await from());
    await act(db);
    await expectHealed(db);
  });

  it.each(['QuotaExceededError', 'killed before commit'] as const)(
    'loses nothing and is done by the next look: %s at each write',
    async (how) => {
      const copy = await from();
      const counting = await libraryOf(copy);
      faults.counted();
      await act(counting);
      const { writes } = faults.counted();
      expect(writes).toBeGreaterThan(0);
      for (let at = 1; at <= writes; at += 1) {
        const db = await libraryOf(copy);
        faults.arm({ how, at });
        await act(db).catch(() => undefined);
        faults.disarm();
        await expectHealed(db);
        await db.delete();
      }
    },
  );

  it('loses nothing and is done by the next look: killed after each commit', async () => {
    const copy = await from();
    const counting = await libraryOf(copy);
    faults.counted();
    await act(counting);
    const { commits } = faults.counted();
    for (let at = 1; at <= commits; at += 1) {
      const db = await libraryOf(copy);
      faults.arm({ how: 'killed after commit', at });
      await act(db).catch(() => undefined);
      faults.disarm();
      await expectHealed(db);
      await db.delete();
    }
  });
});

it('brings in a backup as a segment, and one by one what is no plain article, or comes while the index is made anew', async () => {
  const db = await libraryOf(await pendingBeforeBackup());
  const before = await db.ftsDelta.count();
  await bringIn(db);
  expect(await db.ftsSeg.toArray()).toMatchObject([{ docs: 18, live: 1, level: 1 }]);
  // The one with a note, and its note.
  expect(await db.ftsDelta.count()).toBe(before + 2);
  await expectSame(db, QUERIES);
  const other = await libraryOf(await pendingBeforeBackup());
  await other.ftsMeta.put({ key: 'rebuild', value: null } as never);
  await bringIn(other);
  expect(await other.ftsSeg.toArray()).toEqual([]);
  expect(await other.ftsDelta.count()).toBe(before + 20);
  await expectSame(other, QUERIES);
  const third = await libraryOf(await pendingBeforeBackup());
  await anewUnderRestore(third);
  expect(await third.articles.count()).toBe(await db.articles.count());
  await expectHealed(third);
});
