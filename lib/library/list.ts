/** Lists of articles, newest saved first. Every one of them is read from an index, and only as far as it is shown. */
import type { ArticleId, ArticleRow, ArticleState } from '../article';
import type { Label } from './listing';
import { type Filter, labelsOf, statesOf } from './place';
import type { LibraryDb } from './schema';

/** In IndexedDB an array comes after any number or text. */
const END: never[] = [];

/** Reading so many rows takes less time than reading the keys of a label that half of a large library has. */
const READ_WHOLE = 2000;

/** `complete`: there is nothing beyond these rows. */
export type Page = { rows: ArticleRow[]; complete: boolean };

const newestFirst = (a: ArticleRow, b: ArticleRow): number => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);

/** Articles in a state, under a label if one is given; oldest first. */
export const rowsOf = (db: LibraryDb, state: ArticleState, label: Label | undefined) =>
  label === undefined
    ? db.articles.where('[state+savedAt+id]').between([state], [state, END])
    : db.articles.where('listed').between([label, state], [label, state, END]);

/** Articles that have all the labels, newest first. */
export async function idsUnder(db: LibraryDb, state: ArticleState, [first, ...others]: Label[]): Promise<ArticleId[]> {
  const [ids = [], ...sets] = await Promise.all(
    [first, ...others].map((label) => rowsOf(db, state, label).primaryKeys()),
  );
  const within = sets.map((set) => new Set(set));
  return ids.filter((id) => within.every((set) => set.has(id))).toReversed();
}

const has = (row: ArticleRow, label: Label): boolean => row.listed?.some(([one]) => one === label) ?? false;

/** Articles that have all the labels: the rarest is read, if it is rare, else keys are compared. */
async function underAll(db: LibraryDb, state: ArticleState, labels: Label[], limit: number) {
  const counts = await Promise.all(labels.map((label) => rowsOf(db, state, label).count()));
  const least = Math.min(...counts);
  if (least <= READ_WHOLE) {
    const rows = await rowsOf(db, state, labels[counts.indexOf(least)]).toArray();
    const found = rows.filter((row) => labels.every((label) => has(row, label))).toReversed();
    return { rows: found.slice(0, limit), total: found.length };
  }
  const ids = await idsUnder(db, state, labels);
  const rows = await db.articles.bulkGet(ids.slice(0, limit));
  return { rows: rows.filter((row) => row !== undefined), total: ids.length };
}

async function rowsIn(db: LibraryDb, state: ArticleState, labels: Label[], limit: number): Promise<ArticleRow[]> {
  if (labels.length > 1) return (await underAll(db, state, labels, limit)).rows;
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read backwards
  return rowsOf(db, state, labels[0]).reverse().limit(limit).toArray();
}

/** The newest articles that the filter lets through. Counts nothing: in a large library that takes longer than all else. */
export function listArticles(db: LibraryDb, filter: Filter, limit: number): Promise<Page> {
  return db.transaction('r', db.articles, async () => {
    const labels = labelsOf(filter);
    const found = await Promise.all(statesOf(filter.place).map((state) => rowsIn(db, state, labels, limit + 1)));
    const rows = found.flat().toSorted(newestFirst);
    return { rows: rows.slice(0, limit), complete: rows.length <= limit };
  });
}

/** How many articles the filter lets through. */
export function countArticles(db: LibraryDb, filter: Filter): Promise<number> {
  return db.transaction('r', db.articles, async () => {
    const labels = labelsOf(filter);
    const count = async (state: ArticleState): Promise<number> =>
      labels.length > 1 ? (await underAll(db, state, labels, 0)).total : rowsOf(db, state, labels[0]).count();
    const counts = await Promise.all(statesOf(filter.place).map(count));
    return counts.reduce((sum, one) => sum + one, 0);
  });
}
