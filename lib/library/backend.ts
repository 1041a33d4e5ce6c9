import type { LibraryDb } from './schema';

/** The browser's own connection, of a library that is opened if it is not. Rejects as `open()` does. */
export async function backendOf(db: LibraryDb): Promise<IDBDatabase> {
  await db.open();
  return db.backendDB();
}
