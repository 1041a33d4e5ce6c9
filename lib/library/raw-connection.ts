import { SCHEMA_VERSION } from './schema';

/** A database that is free answers within some milliseconds; behind an upgrade one waits for as long as it takes. */
const PATIENCE_MS = 500;

/** Dexie counts versions in tenths. */
const VERSION = SCHEMA_VERSION * 10;

/**
 * The library's database without Dexie, whose code takes longer to load than the first rows: for reading only, since
 * live queries do not see what is written past Dexie. Never creates or upgrades anything, and gives way to who does.
 * `null` when there is no library yet, when it is of another version, or when it does not open at once: then Dexie is
 * asked, and says what is the matter.
 */
export function openRaw(name = 'quietpage'): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    let waiting = true;
    const answer = (db: IDBDatabase | null): void => {
      // A connection that comes too late would stand in the way of the next upgrade, unseen.
      if (!waiting) return db?.close();
      waiting = false;
      resolve(db);
    };
    setTimeout(answer, PATIENCE_MS, null);
    try {
      // Without a version: one that is newer would make every page of an older build close its connection.
      const request = indexedDB.open(name);
      // Only a database that was not there needs an upgrade; without its transaction it is not there again.
      request.addEventListener('upgradeneeded', () => request.transaction?.abort());
      request.addEventListener('error', (event) => {
        event.preventDefault();
        answer(null);
      });
      request.addEventListener('success', () => answer(usable(request.result)));
    } catch {
      answer(null);
    }
  });
}

function usable(db: IDBDatabase): IDBDatabase | null {
  if (db.version !== VERSION) {
    db.close();
    return null;
  }
  db.addEventListener('versionchange', () => db.close());
  return db;
}
