/** Lists of articles, newest saved first. Every one of them is read from an index, and only as far as it is shown. */
import type { ArticleId, ArticleRow, ArticleState } from '../article';
import type { Label } from './listing';
import { type Filter, labelsOf, type Place, statesOf } from './place';
import type { LibraryDb } from './schema';

/** In IndexedDB an array comes after any number or text. */
const END: never[] = [];

/** Reading so many rows takes less time than reading the keys of a label that half of a large library has. */
const READ_WHOLE = 2000;

type Page = { rows: ArticleRow[]; total: number };

const newestFirst = (a: ArticleRow, b: ArticleRow): number => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);

/** Articles in a state, under a label if one is given; oldest first. */
const rowsOf = (db: LibraryDb, state: ArticleState, label: Label | undefined) =>
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
async function pageUnderAll(db: LibraryDb, state: ArticleState, labels: Label[], limit: number): Promise<Page> {
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

async function pageOf(db: LibraryDb, state: ArticleState, labels: Label[], limit: number): Promise<Page> {
  if (labels.length > 1) return pageUnderAll(db, state, labels, limit);
  const [rows, total] = await Promise.all([
    // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read backwards
    rowsOf(db, state, labels[0]).reverse().limit(limit).toArray(),
    rowsOf(db, state, labels[0]).count(),
  ]);
  return { rows, total };
}

/** The newest articles that the filter lets through; `total` counts all of them. */
export function listArticles(db: LibraryDb, filter: Filter, limit: number): Promise<Page> {
  return db.transaction('r', db.articles, async () => {
    const labels = labelsOf(filter);
    const pages = await Promise.all(statesOf(filter.place).map((state) => pageOf(db, state, labels, limit)));
    const rows = pages.flatMap((page) => page.rows).toSorted(newestFirst);
    return { rows: rows.slice(0, limit), total: pages.reduce((sum, { total }) => sum + total, 0) };
  });
}

/** How many articles each place holds. */
export function countPlaces(db: LibraryDb): Promise<Record<Place, number>> {
  return db.transaction('r', db.articles, async () => {
    const count = async (state: ArticleState, label?: Label): Promise<number> => rowsOf(db, state, label).count();
    const kept = async (label: Label): Promise<number> =>
      (await count('inbox', label)) + (await count('archive', label));
    const [inbox, archive, trash, unread, favourites] = await Promise.all([
      count('inbox'),
      count('archive'),
      count('trash'),
      kept('unread'),
      kept('favourite'),
    ]);
    return { inbox, archive, trash, unread, favourites, all: inbox + archive };
  });
}
