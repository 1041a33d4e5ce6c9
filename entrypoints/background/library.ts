import { openLibrary } from '../../lib/library/open';
import type { LibraryDb } from '../../lib/library/schema';

let db: LibraryDb | undefined;

/** One connection for the life of this worker; opened by its first use. */
export function library(): LibraryDb {
  db ??= openLibrary();
  return db;
}
