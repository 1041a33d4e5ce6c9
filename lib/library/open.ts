import { Dexie, type Transaction } from 'dexie';
import type { ArticleRow } from '../article';
import { keepColumns } from '../search/index/keep-columns';
import { keepListing, withListing } from './listing';
import { type LibraryDb, SCHEMAS } from './schema';

/** The database was written by a newer build of the extension. Nothing was changed; the newer build can read it. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
  constructor() {
    super('The library was written by a newer version of this extension.');
  }
}

export type OpenOptions = {
  /** Another page holds an older version open: the upgrade waits until it is closed. */
  onBlocked?: () => void;
  /** A newer build upgrades the library: this connection is closed for good, the page must be reloaded. */
  onOutdated?: () => void;
};

/** A request to open takes milliseconds. */
const BLOCKED_AFTER_MS = 3000;

/** Of several pages that wait for an older connection to close, Chromium tells only the first that it is blocked. */
function tellIfLong(request: IDBOpenDBRequest, onBlocked: () => void): IDBOpenDBRequest {
  const waiting = setTimeout(onBlocked, BLOCKED_AFTER_MS);
  for (const answer of ['upgradeneeded', 'success', 'error'])
    request.addEventListener(answer, () => clearTimeout(waiting), { once: true });
  return request;
}

/**
 * Dexie answers a database that is newer than its schema by opening it all the same, and may even patch it.
 * It does so by an `open` without a version: that one is refused.
 */
const refuseNewer = (onBlocked: () => void): IDBFactory => ({
  open: (name, version) => {
    if (version === undefined) throw new NewerDatabaseError();
    return tellIfLong(indexedDB.open(name, version), onBlocked);
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (first, second) => indexedDB.cmp(first, second),
});

const listAnew = (transaction: Transaction): PromiseLike<unknown> =>
  transaction
    .table<ArticleRow>('articles')
    .toCollection()
    .modify((row) => void Object.assign(row, withListing(row)));

/** What a version does to the rows of those before. It runs in the transaction that opens the database: all or nothing. */
const UPGRADES: Record<number, (transaction: Transaction) => PromiseLike<unknown>> = {
  3: listAnew,
  // Keywords are listed without regard to capitals and width.
  4: listAnew,
};

/**
 * The library. Returns at once; the connection opens with the first operation. A database that a newer build wrote
 * makes `open()` reject with `NewerDatabaseError` and any other operation with an error whose `inner` it is;
 * a live query is silent then, so pages await `open()` first.
 */
export function openLibrary(name = 'quietpage', { onBlocked, onOutdated }: OpenOptions = {}): LibraryDb {
  const db = new Dexie(name, {
    indexedDB: refuseNewer(() => onBlocked?.()),
    // What is called saved must outlive a power cut.
    chromeTransactionDurability: 'strict',
    // Dexie's cache shows writes to live queries before they are committed.
    cache: 'disabled',
  }) as LibraryDb;
  db.use(keepListing);
  db.use(keepColumns);
  for (const [version, stores] of Object.entries(SCHEMAS)) {
    const upgrade = UPGRADES[Number(version)];
    const added = db.version(Number(version)).stores(stores);
    if (upgrade) added.upgrade(upgrade);
  }
  db.on('blocked', () => onBlocked?.());
  db.on('versionchange', () => {
    db.close();
    onOutdated?.();
  });
  return db;
}
