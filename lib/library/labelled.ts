/** Articles under a tag or keyword, and how they spell it. */
import type { ArticleRow } from '../article';
import { LABELS, type LabelKind, namesOf } from './label-fields';
import type { LibraryDb } from './schema';

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
