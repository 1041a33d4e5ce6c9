import type { ArticleRow } from '../article';
import { normalizeUrl } from '../dedupe/normalize-url';
import type { LibraryDb } from './schema';

/** Is this address saved, and since when? The newest save counts; the trash does not. */
export async function savedState(
  db: LibraryDb,
  url: string,
): Promise<Pick<ArticleRow, 'id' | 'savedAt' | 'position'> | null> {
  const rows = await db.articles.where('urlKeys').equals(normalizeUrl(url)).toArray();
  const newest = rows.filter((row) => row.state !== 'trash').toSorted((a, b) => b.savedAt - a.savedAt)[0];
  if (!newest) return null;
  const { id, savedAt, position } = newest;
  return position ? { id, savedAt, position } : { id, savedAt };
}
