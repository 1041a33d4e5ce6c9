import { findReadable } from './readable';
import type { LibraryDb, TermPrefRow } from './schema';

/** All that was ever decided about terms; what the disk has lost costs no more than itself. */
export const storedPrefs = (db: LibraryDb): Promise<TermPrefRow[]> =>
  findReadable(db.termPrefs, () => db.termPrefs.toCollection());
