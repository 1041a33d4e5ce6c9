/** Fills the library by the way of a restore, weighs it, and saves into it. Bundled by `search.ts`, run in the built extension. */
import { Dexie } from 'dexie';
import { backendOf } from '../../../lib/library/backend.ts';
import { addText, dropTexts, termsOf, textStores } from '../../../lib/library/indexed-text.ts';
import { withListing } from '../../../lib/library/listing.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import { restore } from '../../../lib/library/restore.ts';
import { SCHEMA_VERSION } from '../../../lib/library/schema.ts';
import { keepIndex } from '../../../lib/search/index/keep-index.ts';
import { answerOf } from '../../../lib/search/index/request.ts';
import { searchLine } from '../search-line.ts';

const db = openLibrary();
const INDEX = ['ftsDelta', 'ftsBlk', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsNote', 'ftsMeta'];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds until these articles are in the library and its index is as it stays. They are made before. */
async function bringIn(from: number, to: number): Promise<number> {
  const lines = Array.from({ length: to - from }, (_, n) => searchLine(from + n));
  return timed(async () => {
    const file = {
      id: `bench ${from}`,
      parts: 1,
      articles: async () => lines,
      siteRules: async () => [],
      termPrefs: async () => [],
      picture: async () => null,
    };
    await restore(db, file, { now: Date.now, bringBack: false });
    await keepIndex(await backendOf(db), navigator.locks, { wait: true });
  });
}

/** The same library without our door-keepers: what is written here, the index never hears of. */
async function withoutIndex(): Promise<Dexie> {
  const plain = new Dexie('quietpage', { chromeTransactionDurability: 'strict', cache: 'disabled' });
  await plain.open();
  if (plain.verno !== SCHEMA_VERSION) throw new Error('The library is of another version.');
  return plain;
}

/**
 * Milliseconds that the index takes of one save: tokenising and a transaction with article, text and index, less a
 * transaction with article and text alone.
 */
async function save(number: number): Promise<number> {
  const plain = await withoutIndex();
  const { row, text } = searchLine(number);
  const other = `${'Z'.repeat(6)}${row.id.slice(6)}`;
  const withIt = () => {
    const terms = termsOf(row, text);
    return db.transaction('rw', textStores(db), async () => {
      const docNo = await addText(db, row.id, text, terms);
      await db.articles.add({ ...row, docNo });
    });
  };
  const without = () =>
    plain.transaction('rw', ['articles', 'texts'], async () => {
      const docNo = Number(await plain.table('texts').add({ articleId: other, text }));
      await plain.table('articles').add(withListing({ ...row, id: other, docNo }));
    });
  // By turns the one or the other comes first.
  const times =
    number % 2 === 0 ? [await timed(withIt), await timed(without)] : [await timed(without), await timed(withIt)];
  const [first = 0, second = 0] = times;
  const gone = [row.id, other];
  await db.transaction('rw', textStores(db), async () => {
    const rows = await db.articles.bulkGet(gone);
    await dropTexts(
      db,
      rows.map((one) => one?.docNo ?? 0),
    );
    await db.articles.bulkDelete(gone);
  });
  plain.close();
  return number % 2 === 0 ? first - second : second - first;
}

/** As a value takes up room: bytes of arrays and strings, eight for a number. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, one) => sum + bytesOf(one), 0);
}

/** Bytes in all rows of the stores of the index. */
async function indexBytes(): Promise<number> {
  const database = await backendOf(db);
  let sum = 0;
  for (const store of INDEX) {
    const request = database.transaction(store).objectStore(store).openCursor();
    await new Promise<void>((resolve, reject) => {
      request.addEventListener('error', () => reject(request.error));
      request.addEventListener('success', () => {
        if (!request.result) return resolve();
        sum += bytesOf(request.result.value);
        request.result.continue();
      });
    });
  }
  return sum;
}

async function segments(): Promise<{ segments: number; deltas: number; blocks: number }> {
  const transaction = (await backendOf(db)).transaction(['ftsSeg', 'ftsDelta', 'ftsBlk']);
  const count = (store: string) => answerOf(transaction.objectStore(store).count());
  const [segments, deltas, blocks] = await Promise.all([count('ftsSeg'), count('ftsDelta'), count('ftsBlk')]);
  return { segments, deltas, blocks };
}

Object.assign(globalThis, {
  searchHands: {
    /** Opens the library; the index of an empty one is made. */
    begin: async () => void (await keepIndex(await backendOf(db), navigator.locks, { wait: true })),
    restore: bringIn,
    save,
    indexBytes,
    segments,
    usage: async () => (await navigator.storage.estimate()).usage ?? 0,
  },
});
