import type { ArticleId } from '../article';
import { nothing } from './readable';
import type { LibraryDb, VersionRow } from './schema';

/** The earlier states of an article, newest first. */
export async function versionsOf(db: LibraryDb, id: ArticleId): Promise<VersionRow[]> {
  const versions = await db.versions.where('[articleId+n]').between([id, 0], [id, Infinity]).toArray();
  return versions.toReversed();
}

/** The plain text of an article as it stands now; empty when there is none. */
export async function textOf(db: LibraryDb, docNo: number): Promise<string> {
  return (await db.texts.get(docNo).catch(nothing))?.text ?? '';
}
