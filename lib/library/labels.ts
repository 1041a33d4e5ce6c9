/** Tags and keywords. Two that differ only in capitals are one, in the spelling that came first. */
import type { ArticleId, ArticleRow } from '../article';
import { type Bulk, changeInBulk } from './bulk';
import { fieldOf, LABELS, type LabelKind, namesOf } from './label-fields';
import { cleanLabel } from './label-name';
import type { LibraryDb } from './schema';
import { addedByHand, removedFrom } from './term-prefs';
import type { UndoToken, Wanted } from './undo';

/** Under every spelling, in every state. In IndexedDB an array comes after any text. */
export function labelledArticles(db: LibraryDb, kind: LabelKind, name: string) {
  const label = LABELS[kind].labelOf(name);
  return db.articles.where('listed').between([label], [label, []]);
}

/** The names in a row that are this one. */
export function spellings(row: ArticleRow | undefined, kind: LabelKind, name: string): string[] {
  const { keyOf } = LABELS[kind];
  return row ? namesOf(row, kind).filter((one) => keyOf(one) === keyOf(name)) : [];
}

/** The name as it is spelled already, if it is in use. */
export async function usedSpelling(db: LibraryDb, kind: LabelKind, name: string): Promise<string> {
  return spellings(await labelledArticles(db, kind, name).first(), kind, name)[0] ?? name;
}

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
