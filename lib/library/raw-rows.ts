/** Rows of articles, read without Dexie: from the raw connection, or from the one that Dexie holds. */
import type { ArticleRow } from '../article';
import { answerOf } from '../search/index/request';
import { type Filter, labelsOf, statesOf } from './place';

/** A part of an index in which the articles of one state stand by the time of their saving, the oldest first. */
export type Shelf = { index: '[state+savedAt+id]' | 'listed'; prefix: readonly string[] };

/** Times of saving, half-open: from `older` on, before `newer`. */
export type Span = { older: number; newer: number };

export const EVER: Span = { older: -Infinity, newer: Infinity };

/** Not in TypeScript's types yet; in Chromium since 141, in Firefox since 142. */
type Records = { getAllRecords?: (wanted: object) => IDBRequest<{ value: ArticleRow }[]> };

export const newestFirst = (a: ArticleRow, b: ArticleRow): number => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);

/** Where the articles of a place stand, under one label at most. */
export function shelvesOf(filter: Filter, [label] = labelsOf(filter)): Shelf[] {
  return statesOf(filter.place).map((state) =>
    label === undefined
      ? { index: '[state+savedAt+id]', prefix: [state] }
      : { index: 'listed', prefix: [label, state] },
  );
}

/** Reading transactions are kept short: a save waits for those that began before it. */
export const articlesIn = (db: IDBDatabase): IDBObjectStore => db.transaction('articles').objectStore('articles');

export const within = ({ prefix }: Shelf, { older, newer }: Span): IDBKeyRange =>
  IDBKeyRange.bound([...prefix, older], [...prefix, newer], false, true);

function newestOn(index: IDBIndex, query: IDBKeyRange, limit: number): Promise<ArticleRow[]> {
  const { getAllRecords } = index as Records;
  if (getAllRecords) {
    const wanted = { query, count: limit, direction: 'prev' };
    return answerOf(getAllRecords.call(index, wanted)).then((records) => records.map(({ value }) => value));
  }
  return new Promise((resolve, reject) => {
    const rows: ArticleRow[] = [];
    const request = index.openCursor(query, 'prev');
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      if (request.result) rows.push(request.result.value as ArticleRow);
      if (request.result && rows.length < limit) request.result.continue();
      else resolve(rows);
    });
  });
}

/** The newest `limit` rows. */
export async function newestRows(db: IDBDatabase, shelves: readonly Shelf[], limit: number): Promise<ArticleRow[]> {
  const store = articlesIn(db);
  const found = await Promise.all(
    shelves.map((shelf) => newestOn(store.index(shelf.index), within(shelf, EVER), limit)),
  );
  return found.flat().toSorted(newestFirst).slice(0, limit);
}

/** All rows of a span, newest first. */
export async function rowsWithin(db: IDBDatabase, shelves: readonly Shelf[], span: Span): Promise<ArticleRow[]> {
  const store = articlesIn(db);
  const found = await Promise.all(
    shelves.map((shelf) => answerOf<ArticleRow[]>(store.index(shelf.index).getAll(within(shelf, span)))),
  );
  return found.flat().toSorted(newestFirst);
}

/** Rows by their ids, in the order of these; those that are gone are left out. */
export async function rowsById(db: IDBDatabase, ids: readonly string[]): Promise<ArticleRow[]> {
  const store = articlesIn(db);
  const rows = await Promise.all(ids.map((id) => answerOf<ArticleRow | undefined>(store.get(id))));
  return rows.filter((row) => row !== undefined);
}

export async function countWithin(db: IDBDatabase, shelves: readonly Shelf[], span: Span): Promise<number> {
  const store = articlesIn(db);
  const counts = await Promise.all(
    shelves.map((shelf) => answerOf(store.index(shelf.index).count(within(shelf, span)))),
  );
  return counts.reduce((sum, one) => sum + one, 0);
}
