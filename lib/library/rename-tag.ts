import type { ArticleRow } from '../article';
import { type Bulk, changeInBulk } from './bulk';
import type { LibraryDb } from './schema';
import { tagKey } from '../search/labels';
import { cleanTag } from './tag-name';
import { spellings, taggedArticles, usedSpelling, without } from './tags';
import type { UndoToken, Wanted } from './undo';

/** Renames a tag on every article, the trash included; where `to` is in use, the two become one. */
export async function renameTag(db: LibraryDb, from: string, typed: string, bulk: Bulk): Promise<UndoToken> {
  const clean = cleanTag(typed);
  const to = tagKey(from) === tagKey(clean) ? clean : await usedSpelling(db, clean);
  const renamed = (row: ArticleRow): Wanted => {
    const old = spellings(row, tagKey(from)).filter((tag) => tag !== to);
    if (old.length === 0) return {};
    const has = row.tags.some((tag) => !old.includes(tag) && tagKey(tag) === tagKey(to));
    return { ...without(old), ...(has ? {} : { [`tag:${to}`]: true }) };
  };
  const parts: UndoToken['parts'] = [];
  // Again until none is left: another page may have given out the old name meanwhile.
  for (;;) {
    const done = await changeInBulk(db, await taggedArticles(db, from).primaryKeys(), renamed, bulk);
    if (done.parts.length === 0) return { parts };
    parts.push(...done.parts);
  }
}
