/** What is remembered of the last backup that was written and read back. */
import * as v from 'valibot';
import type { LibraryDb } from './schema';

const KEY = 'backup';

const schema = v.object({ at: v.number(), articles: v.number() });

export type LastBackup = v.InferOutput<typeof schema>;

export async function lastBackup(db: LibraryDb): Promise<LastBackup | null> {
  const parsed = v.safeParse(schema, (await db.kv.get(KEY))?.value);
  return parsed.success ? parsed.output : null;
}

export async function noteBackup(db: LibraryDb, backup: LastBackup): Promise<void> {
  await db.kv.put({ key: KEY, value: backup });
}
