/** What can be done to articles, as plain data: what a list's buttons ask for. */
import type { ArticleId, ArticleState } from '../article';
import type { Bulk } from './bulk';
import { addLabel, removeLabel } from './labels';
import type { LibraryDb } from './schema';
import { putBack, setFavourite, setRead, setState } from './state';
import type { UndoToken } from './undo';

export type LibraryChange =
  | { to: ArticleState }
  /** Out of the trash. */
  | { putBack: true }
  | { favourite: boolean }
  | { read: boolean }
  | { addTag: string }
  | { removeTag: string }
  | { addKeyword: string }
  | { removeKeyword: string };

export function applyChange(
  db: LibraryDb,
  ids: readonly ArticleId[],
  change: LibraryChange,
  bulk: Bulk,
): Promise<UndoToken> {
  if ('to' in change) return setState(db, ids, change.to, bulk);
  if ('putBack' in change) return putBack(db, ids, bulk);
  if ('favourite' in change) return setFavourite(db, ids, change.favourite, bulk);
  if ('read' in change) return setRead(db, ids, change.read, bulk);
  if ('addTag' in change) return addLabel(db, 'tag', ids, change.addTag, bulk);
  if ('removeTag' in change) return removeLabel(db, 'tag', ids, change.removeTag, bulk);
  if ('addKeyword' in change) return addLabel(db, 'keyword', ids, change.addKeyword, bulk);
  return removeLabel(db, 'keyword', ids, change.removeKeyword, bulk);
}
