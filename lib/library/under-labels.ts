import type { ArticleId } from '../article';
import { type Filter, isIn, labelsOf } from './place';
import { answerOf } from '../search/index/request';
import { articlesIn, EVER, newestFirst, rowsById, rowsWithin, type Shelf, shelvesOf, within } from './raw-rows';

/** Reading so many rows takes less time than comparing the keys of a label that half of a large library has. */
const READ_WHOLE = 2000;

/** Keys of the articles on some shelves; no more than `limit` of each. */
export async function keysOn(db: IDBDatabase, shelves: readonly Shelf[], limit?: number): Promise<ArticleId[]> {
  const store = articlesIn(db);
  const found = await Promise.all(
    shelves.map((shelf) => answerOf(store.index(shelf.index).getAllKeys(within(shelf, EVER), limit))),
  );
  return found.flat() as ArticleId[];
}

/** Articles that have several labels, newest first: the rarest is read, if it is rare, else keys are compared. */
export async function idsUnderLabels(db: IDBDatabase, filter: Filter): Promise<ArticleId[]> {
  const shelves = labelsOf(filter).map((label) => shelvesOf(filter, [label]));
  const some = await Promise.all(shelves.map((of) => keysOn(db, of, READ_WHOLE + 1)));
  const sizes = some.map(({ length }) => length);
  const least = Math.min(...sizes);
  if (least <= READ_WHOLE) {
    const rows = await rowsWithin(db, shelves[sizes.indexOf(least)] ?? [], EVER);
    return rows.filter((row) => isIn(filter, row)).map(({ id }) => id);
  }
  const [ids = [], ...others] = await Promise.all(shelves.map((of) => keysOn(db, of)));
  const sets = others.map((keys) => new Set(keys));
  const common = ids.filter((id) => sets.every((set) => set.has(id)));
  return shelves[0]?.length === 1
    ? common.toReversed()
    : (await rowsById(db, common)).toSorted(newestFirst).map(({ id }) => id);
}
