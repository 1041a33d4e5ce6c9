/** Reading that lives with damage: browsers keep large values in files of their own, which a disk can lose. */
import type { Collection, Table } from 'dexie';
import { isUnreadable } from '../search/unreadable';

/** Nothing where the value is there but cannot be read any more. Any other failure is passed on. */
export function nothing(error: unknown): undefined {
  if (isUnreadable(error)) return undefined;
  throw error;
}

/** What a query finds; what cannot be read of it costs nothing else. */
export const findReadable = async <T, K>(table: Table<T, K>, query: () => Collection<T, K>): Promise<T[]> =>
  (await query().toArray().catch(nothing)) ??
  (await getReadable(table, await query().primaryKeys())).filter((row) => row !== undefined);

/** The values of these keys, in order; one that cannot be read costs none of the others. */
export function getReadable<T, K, I>(table: Table<T, K, I>, keys: K[]): PromiseLike<(T | undefined)[]> {
  return table.bulkGet(keys).catch((error: unknown) => {
    nothing(error);
    return Promise.all(keys.map((key) => table.get(key).catch(nothing)));
  });
}
