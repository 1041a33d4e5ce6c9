import type { ArticleRow } from '../article';
import { normalizeUrl } from '../dedupe/normalize-url';
import type { LibraryDb } from './schema';

/**
 * Is this address saved, and since when? An article that was saved from this very address comes before one that is
 * known by it, then the newest save; the trash does not count.
 */
export async function savedState(
  db: LibraryDb,
  url: string,
): Promise<Pick<ArticleRow, 'id' | 'savedAt' | 'position'> | null> {
  const key = normalizeUrl(url);
  const rows = await db.articles.where('urlKeys').equals(key).toArray();
  const rank = (row: ArticleRow): number => (normalizeUrl(row.url) === key ? 0 : 1);
  const kept = rows.filter((row) => row.state !== 'trash');
  const best = kept.toSorted((a, b) => rank(a) - rank(b) || b.savedAt - a.savedAt)[0];
  if (!best) return null;
  const { id, savedAt, position } = best;
  return position ? { id, savedAt, position } : { id, savedAt };
}
