/** Where an article stands: in the inbox, the archive or the trash; favourite or not; read or not. */
import type { ArticleId, ArticleState } from '../article';
import { type Bulk, changeInBulk } from './bulk';
import type { LibraryDb } from './schema';
import type { UndoToken } from './undo';

export function setState(
  db: LibraryDb,
  ids: readonly ArticleId[],
  state: ArticleState,
  bulk: Bulk,
): Promise<UndoToken> {
  return changeInBulk(db, ids, () => ({ state }), bulk);
}

/** Out of the trash, to where it was before. */
export function putBack(db: LibraryDb, ids: readonly ArticleId[], bulk: Bulk): Promise<UndoToken> {
  return changeInBulk(
    db,
    ids,
    ({ state, trashedFrom }) => (state === 'trash' ? { state: trashedFrom ?? 'inbox' } : {}),
    bulk,
  );
}

export function setFavourite(
  db: LibraryDb,
  ids: readonly ArticleId[],
  favourite: boolean,
  bulk: Bulk,
): Promise<UndoToken> {
  return changeInBulk(db, ids, () => ({ favourite: favourite ? 1 : 0 }), bulk);
}

/** Articles that are read already keep the time of their first opening. */
export function setRead(db: LibraryDb, ids: readonly ArticleId[], read: boolean, bulk: Bulk): Promise<UndoToken> {
  return changeInBulk(db, ids, ({ openedAt }) => ({ openedAt: read ? (openedAt ?? bulk.now) : null }), bulk);
}
