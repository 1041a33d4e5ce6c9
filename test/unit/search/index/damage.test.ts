import { beforeAll, describe, expect, it } from 'vitest';
import { setNote } from '../../../../lib/library/note';
import { openLibrary } from '../../../../lib/library/open';
import { purge } from '../../../../lib/library/purge';
import type { LibraryDb } from '../../../../lib/library/schema';
import { keepIndex } from '../../../../lib/search/index/keep-index';
import { mergeDeltas } from '../../../../lib/search/index/merge';
import { committed } from '../../../../lib/search/index/request';
import { sumOf } from '../../../../lib/search/index/sound';
import { searcher } from '../../../../lib/search/search';
import { randomFrom } from '../random-from';
import { bruteForce, expectSame, expectTidy, found } from './compare';
import { type Copy, libraryOf, rowsOf } from './copy-library';
import { oneLock } from './one-lock';
import { fill, liven, QUERIES, saveOne } from './some-library';

const STORES = ['ftsBlk', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsDelta', 'ftsNote', 'ftsMeta'];

let whole: Copy;
beforeAll(async () => {
  const db = openLibrary('damage-source');
  await db.open();
  await keepIndex(db.backendDB(), oneLock());
  await fill(db, 8);
  await mergeDeltas(db.backendDB(), 1);
  const ids: string[] = [];
  for (let n = 8; n < 16; n++) ids.push(await saveOne(db, n));
  await mergeDeltas(db.backendDB(), 1);
  for (let n = 16; n < 20; n++) await saveOne(db, n);
  await liven(db, ids);
  whole = await rowsOf(db);
  await db.delete();
});

type Row = Record<string, unknown>;

/** The library with some rows of a store written otherwise, or, for null, gone. */
async function damaged(store: string, change: (row: Row, n: number) => Row | null): Promise<LibraryDb> {
  const db = await libraryOf(whole);
  const transaction = db.backendDB().transaction(store, 'readwrite');
  const target = transaction.objectStore(store);
  target.clear();
  for (const [n, row] of (whole.stores[store] ?? []).entries()) {
    const changed = change(structuredClone(row) as Row, n);
    if (changed) target.put(changed);
  }
  await committed(transaction);
  return db;
}

const heal = (db: LibraryDb): Promise<boolean> => keepIndex(db.backendDB(), oneLock(), { doubted: true });

async function expectHealed(db: LibraryDb): Promise<void> {
  expect(await heal(db)).toBe(true);
  await expectSame(db, QUERIES);
  await expectTidy(db);
}

const BYTES = new Set(['bytes', 'directory', 'lengths', 'flags', 'saved', 'published', 'minutes', 'terms']);
const KEYS = new Set(['seg', 'n', 'page', 'docNo', 'key', 'articleId']);

/** Applies to each typed array of a row. */
const bytesOf = (row: Row, change: (bytes: Uint8Array) => unknown): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, BYTES.has(name) ? change(value as Uint8Array) : value]),
  );

const othersOf = (row: Row, change: (value: unknown) => unknown): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, KEYS.has(name) ? value : change(value)]));

it('is whole before', async () => {
  const db = await libraryOf(whole);
  await expectSame(db, QUERIES);
  await expectHealed(db);
});

describe.each(STORES)('%s', (store) => {
  it('is empty: search reads the texts, and the index is made anew', async () => {
    const db = await damaged(store, () => null);
    await expectDamageSeen(db, store);
    await expectHealed(db);
  });

  it('lacks a row', async () => {
    for (let lost = 0; lost < (whole.stores[store]?.length ?? 0); lost++) {
      const db = await damaged(store, (row, n) => (n === lost ? null : row));
      await expectDamageSeen(db, store);
      await expectHealed(db);
      await db.delete();
    }
  });

  it.each<[string, (row: Row) => Row]>([
    ['bytes that are cut off', (row) => bytesOf(row, (bytes) => bytes.slice(0, -1))],
    ['no bytes', (row) => bytesOf(row, (bytes) => bytes.slice(0, 0))],
    ['texts instead of bytes', (row) => bytesOf(row, String)],
    ['a buffer instead of bytes', (row) => bytesOf(row, ({ buffer }) => buffer)],
    ['nothing but keys', (row) => othersOf(row, () => undefined)],
    ['texts for all', (row) => othersOf(row, () => 'x')],
    ['null for all', (row) => othersOf(row, () => null)],
    ['numbers that are too large', (row) => othersOf(row, () => 2 ** 60)],
  ])('holds %s', async (_, change) => {
    const db = await damaged(store, change);
    await expectDamageSeen(db, store);
    await expectHealed(db);
  });
});

/** Answers which queries the index answered. */
async function expectSameAnswers(db: LibraryDb): Promise<Map<string, boolean>> {
  const engine = searcher(db.backendDB());
  const answers = new Map<string, boolean>();
  for (const typed of QUERIES) {
    const { ids, indexed } = await found(engine, typed);
    expect({ typed, ids }).toEqual({ typed, ids: await bruteForce(db, typed) });
    answers.set(typed, indexed);
  }
  return answers;
}

/** Only the queries that need a damaged row ask for it; those that do are answered without the index. */
async function expectDamageSeen(db: LibraryDb, store: string): Promise<void> {
  const answers = await expectSameAnswers(db);
  const concerned = { ftsCol: ['saved:2027', 'minutes:<3'], ftsNote: [], ftsMeta: [] }[store] ?? QUERIES.slice(0, 2);
  for (const typed of concerned) expect([typed, answers.get(typed)]).toEqual([typed, false]);
}

/** A number below a bound. */
type Random = (below: number) => number;

function spoil(bytes: Uint8Array, random: Random): Uint8Array {
  const spoilt = bytes.slice();
  const kind = random(4);
  if (kind === 0) return spoilt.slice(0, random(spoilt.length));
  if (kind === 1) return spoilt.map(() => random(256));
  if (kind === 2) spoilt.fill(0xff, random(spoilt.length));
  for (let n = 0; n <= random(4); n++) spoilt[random(spoilt.length)] = random(256);
  return spoilt;
}

describe('bytes by chance', () => {
  const stores = ['ftsBlk', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsDelta'];
  const randomOf = (seed: number): Random => {
    const next = randomFrom(seed);
    return (below) => Math.floor(next() * below);
  };
  const spoilt = (store: string, random: Random, seal: (row: Row) => Row): Promise<LibraryDb> =>
    damaged(store, (row) => seal(bytesOf(row, (bytes) => (random(2) === 0 ? spoil(bytes, random) : bytes))));

  it.each(stores)('in %s change no answer', async (store) => {
    for (let seed = 0; seed < 12; seed++) {
      const db = await spoilt(store, randomOf(seed), (row) => row);
      await expectSameAnswers(db);
      await expectHealed(db);
      await db.delete();
    }
  });

  it.each(['ftsBlk', 'ftsSeg', 'ftsDelta'])('in %s end every search, even with a sum that is right', async (store) => {
    const seal = (row: Row): Row => ({ ...row, sum: sumOf((row.bytes ?? row.directory ?? row.terms) as Uint8Array) });
    for (let seed = 100; seed < 140; seed++) {
      const db = await spoilt(store, randomOf(seed), seal);
      const engine = searcher(db.backendDB());
      for (const typed of QUERIES) await found(engine, typed);
      await keepIndex(db.backendDB(), oneLock(), { anew: true });
      await expectSame(db, QUERIES.slice(0, 4));
      await db.delete();
    }
  });
});

describe('a save into a damaged index', () => {
  it.each<[string, (row: Row) => Row | null]>([
    ['without its page', () => null],
    ['with half a page', (row) => bytesOf(row, (bytes) => bytes.slice(0, 100))],
    ['with texts in its page', (row) => othersOf(row, () => 'x')],
  ])('is kept, and nothing goes out of sight: %s', async (_, change) => {
    for (const store of ['ftsLen', 'ftsCol', 'ftsMeta']) {
      const db = await damaged(
        store,
        store === 'ftsMeta' ? (row) => (row.key === 'version' ? row : change(row)) : change,
      );
      const id = await saveOne(db, 40);
      await setNote(db, id, '夜读', 1);
      await purge(db, [(await db.articles.orderBy('docNo').primaryKeys())[0] ?? ''], { now: 1 });
      await expectDamageSeen(db, store);
      await expectHealed(db);
    }
  });
});
