import type { Table } from 'dexie';
import { decide, type Decided } from './decide';
import { passStamps } from './restore-clock';
import type { LibraryDb } from './schema';

const undecided = <Row extends Decided>(row: Row, fields: readonly (keyof Row & string)[]): Row =>
  fields.reduce((left, field) => decide(left, field, { stamps: {} } as Decided & Partial<Row>), { ...row, stamps: {} });

/** What was decided about sites, or about terms: each field from the side that decided last. */
export function restoreDecisions<Row extends Decided, Field extends keyof Row & string>(
  db: LibraryDb,
  table: Table<Row, string>,
  fields: readonly Field[],
  brought: readonly Row[],
  now: number,
): Promise<void> {
  return db.transaction('rw', [table, db.kv], async () => {
    await passStamps(
      db,
      brought.flatMap(({ stamps }) => Object.values(stamps)),
      now,
    );
    const { keyPath } = table.schema.primKey;
    for (const theirs of brought) {
      const mine = (await table.get(theirs[keyPath as keyof Row] as string)) ?? undecided(theirs, fields);
      const later = fields.filter((field) => (theirs.stamps[field] ?? '') > (mine.stamps[field] ?? ''));
      if (later.length > 0) await table.put(later.reduce((row, field) => decide(row, field, theirs), mine));
    }
  });
}
