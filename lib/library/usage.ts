/** How much room the library takes, by kind. Estimated from a sample of rows: exact sizes would mean reading it all. */
import type { IndexableType, Table } from 'dexie';
import type { LibraryDb } from './schema';

/** Bytes. `articles` is rows, bodies and texts; `versions` the earlier states; `index` what searching needs. */
export type LibraryUsage = { articles: number; versions: number; pictures: number; index: number };

/** Rows of each store that are measured, and how many at a time. */
const SAMPLE = 400;
const SLICE = 50;

/** Browsers store a text in one byte a character if all fit into Latin-1, else in two; the rest is small. */
function sizeOfText(text: string): number {
  // oxlint-disable-next-line no-control-regex -- Latin-1 from its first character on
  return /^[\u0000-\u00ff]*$/u.test(text) ? text.length : text.length * 2;
}

/** Bytes of a stored value, about: texts and Blobs by their length, anything else as a few bytes. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return sizeOfText(value);
  if (value instanceof Blob) return value.size;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 4;
  return Object.entries(value).reduce(
    (sum, [name, part]) => sum + (Array.isArray(value) ? 2 : name.length + 2) + sizeOf(part),
    0,
  );
}

type Life = { signal?: AbortSignal };

async function sizeOfStore(table: unknown, { signal }: Life): Promise<number> {
  const store = table as Table<unknown, IndexableType>;
  const keys = await store.toCollection().primaryKeys();
  const step = Math.max(1, Math.ceil(keys.length / SAMPLE));
  const sample = keys.filter((_, i) => i % step === 0);
  let bytes = 0;
  for (let start = 0; start < sample.length; start += SLICE) {
    signal?.throwIfAborted();
    const rows = await store.bulkGet(sample.slice(start, start + SLICE));
    bytes += rows.reduce<number>((sum, row) => sum + (row === undefined ? 0 : sizeOf(row)), 0);
  }
  return sample.length === 0 ? 0 : Math.round((bytes / sample.length) * keys.length);
}

/** Rejects when `signal` ends. */
export async function libraryUsage(db: LibraryDb, life: Life = {}): Promise<LibraryUsage> {
  let index = 0;
  for (const table of [db.ftsBlk, db.ftsSeg, db.ftsDelta, db.ftsLen, db.ftsCol, db.ftsNote])
    index += await sizeOfStore(table, life);
  const [rows, bodies, texts, versions, pictures] = [
    await sizeOfStore(db.articles, life),
    await sizeOfStore(db.bodies, life),
    await sizeOfStore(db.texts, life),
    await sizeOfStore(db.versions, life),
    await sizeOfStore(db.pictures, life),
  ];
  return { articles: rows + bodies + texts, versions, pictures, index };
}
