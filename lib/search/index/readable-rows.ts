/** Rows of a disk that fails: one that cannot be read costs none of the others. */
import { answerIfReadable } from './request';

export type Batch<Row> = {
  rows: Row[];
  /** How many are there and cannot be read. */
  lost: number;
  /** The last key, lost ones among them: what comes next comes after it. None where there is nothing. */
  last: unknown;
};

type Place = { key: IDBValidKey; primaryKey: IDBValidKey };

/** Keys can be read where values cannot. */
const placesOf = (source: IDBObjectStore | IDBIndex, range: IDBKeyRange, most: number): Promise<Place[]> =>
  new Promise((resolve, reject) => {
    const places: Place[] = [];
    const request = source.openKeyCursor(range);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor) places.push({ key: cursor.key, primaryKey: cursor.primaryKey });
      if (cursor && places.length < most) cursor.continue();
      else resolve(places);
    });
  });

/** The first rows of a range, at most `most`. The store, or the index, goes by one field of theirs. */
export async function readableRows<Row>(
  source: IDBObjectStore | IDBIndex,
  range: IDBKeyRange,
  most = Infinity,
): Promise<Batch<Row>> {
  const all: Row[] | undefined = await answerIfReadable(source.getAll(range, most === Infinity ? undefined : most));
  if (all) return { rows: all, lost: 0, last: all.at(-1)?.[source.keyPath as keyof Row] };
  const places = await placesOf(source, range, most);
  const store = 'objectStore' in source ? source.objectStore : source;
  const read = await Promise.all(
    places.map(({ primaryKey }): Promise<Row | undefined> => answerIfReadable(store.get(primaryKey))),
  );
  const rows = read.filter((row) => row !== undefined);
  return { rows, lost: read.length - rows.length, last: places.at(-1)?.key };
}
