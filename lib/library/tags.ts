/** Tags. Two that differ only in capitals are one tag, in the spelling that came first. */
import type { ArticleId, ArticleRow } from '../article';
import { type Bulk, changeInBulk } from './bulk';
import type { LibraryDb } from './schema';
import { tagKey, tagLabel } from '../search/labels';
import { cleanTag } from './tag-name';
import type { UndoToken, Wanted } from './undo';

/** Under every spelling, in every state. In IndexedDB an array comes after any text. */
export const taggedArticles = (db: LibraryDb, tag: string) =>
  db.articles.where('listed').between([tagLabel(tag)], [tagLabel(tag), []]);

export const spellings = (row: ArticleRow | undefined, key: string): string[] =>
  row?.tags.filter((tag) => tagKey(tag) === key) ?? [];

/** The tag as it is spelled already, if it is in use. */
export async function usedSpelling(db: LibraryDb, tag: string): Promise<string> {
  return spellings(await taggedArticles(db, tag).first(), tagKey(tag))[0] ?? tag;
}

export const without = (tags: string[]): Wanted => Object.fromEntries(tags.map((tag) => [`tag:${tag}`, false]));

/** Rejects with `TagError` and changes nothing when this cannot be a tag. */
export async function addTag(db: LibraryDb, ids: readonly ArticleId[], typed: string, bulk: Bulk): Promise<UndoToken> {
  const tag = await usedSpelling(db, cleanTag(typed));
  const has = (row: ArticleRow): boolean => spellings(row, tagKey(tag)).length > 0;
  return changeInBulk(db, ids, (row): Wanted => (has(row) ? {} : { [`tag:${tag}`]: true }), bulk);
}

export function removeTag(db: LibraryDb, ids: readonly ArticleId[], tag: string, bulk: Bulk): Promise<UndoToken> {
  return changeInBulk(db, ids, (row) => without(spellings(row, tagKey(tag))), bulk);
}
