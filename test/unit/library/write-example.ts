import { Dexie } from 'dexie';
import v1 from '../../database-examples/v1.json' with { type: 'json' };
import v2 from '../../database-examples/v2.json' with { type: 'json' };
import v3 from '../../database-examples/v3.json' with { type: 'json' };
import v4 from '../../database-examples/v4.json' with { type: 'json' };
import v5 from '../../database-examples/v5.json' with { type: 'json' };

/** A version's file holds the stores that it brought or changed; those before it stand in the files before. */
type Example = { version: number; schema: Record<string, string>; rows: Record<string, Record<string, unknown>[]> };

export const examples: Example[] = [v1, v2, v3, v4, v5];

/** Writes a database as a build of its time did. Pictures stand in the file as text. */
export async function writeExample(name: string, version: number): Promise<void> {
  const db = new Dexie(name);
  const upTo = examples.filter((example) => example.version <= version);
  db.version(version).stores(Object.assign({}, ...upTo.map(({ schema }) => schema)) as Example['schema']);
  const rows = Object.assign({}, ...upTo.map((example) => example.rows)) as Example['rows'];
  for (const [store, stored] of Object.entries(rows)) {
    const withBlobs = stored.map((row) =>
      'blob' in row ? { hash: row.hash, blob: new Blob([String(row.blob)]) } : row,
    );
    await db.table(store).bulkAdd(withBlobs);
  }
  db.close();
}
