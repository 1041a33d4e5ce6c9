/** Tags and keywords. Two that differ only in capitals are one, in the spelling that came first. */
import type { ArticleId, ArticleRow } from '../article';
import { type Bulk, changeInBulk } from './bulk';
import { cleanLabel } from './clean-label';
import { fieldOf, LABELS, type LabelKind, namesOf } from './label-fields';
import { spellings, usedSpelling } from './labelled';
import { addedByHand, removedFrom } from './pref-wishes';
import type { LibraryDb } from './schema';
import type { UndoToken, Wanted } from './undo';

export const without = (kind: LabelKind, names: readonly string[]): Wanted =>
  Object.fromEntries(names.map((name) => [fieldOf(kind, name), null]));

/** Of keywords articles still to come are thought of, too; tags are only what the user gives. */
const isKeyword = (kind: LabelKind): boolean => kind === 'keyword';

/** Rejects with `LabelError` and changes nothing when this cannot be a label. */
export async function addLabel(
  db: LibraryDb,
  kind: LabelKind,
  ids: readonly ArticleId[],
  typed: string,
  bulk: Bulk,
): Promise<UndoToken> {
  const { form, newPlace } = LABELS[kind];
  const name = await usedSpelling(db, kind, cleanLabel(typed, form));
  const wantedOf = (row: ArticleRow): Wanted =>
    spellings(row, kind, name).length > 0 ? {} : { [fieldOf(kind, name)]: newPlace(namesOf(row, kind)) };
  return changeInBulk(db, ids, wantedOf, bulk, isKeyword(kind) ? addedByHand(name) : undefined);
}

/** A keyword that is taken from any article is given to none that is saved later. */
export function removeLabel(
  db: LibraryDb,
  kind: LabelKind,
  ids: readonly ArticleId[],
  name: string,
  bulk: Bulk,
): Promise<UndoToken> {
  const wantedOf = (row: ArticleRow): Wanted => without(kind, spellings(row, kind, name));
  return changeInBulk(db, ids, wantedOf, bulk, isKeyword(kind) ? removedFrom(name) : undefined);
}
