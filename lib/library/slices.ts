import type { Table } from 'dexie';

/** The next keys of a store after a key, in order; `null`: from the start. */
export function keysAfter<K>(table: Table<unknown, K>, after: K | null, limit: number): Promise<K[]> {
  const rest = after === null ? table.orderBy(':id') : table.where(':id').above(after);
  return rest.limit(limit).primaryKeys();
}

/** The rows of these keys that are there; a row that went meanwhile is left out. */
export async function rowsAt<T, K>(table: Pick<Table<T, K>, 'bulkGet'>, keys: K[]): Promise<T[]> {
  return (await table.bulkGet(keys)).filter((row) => row !== undefined);
}

/** Which of these keys a store holds. */
export async function heldKeys<K extends string | number>(
  table: Table<unknown, K>,
  keys: readonly K[],
): Promise<Set<K>> {
  return new Set(
    await table
      .where(':id')
      .anyOf([...new Set(keys)])
      .primaryKeys(),
  );
}
