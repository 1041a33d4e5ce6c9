/** Which article of the library a save is a state of. Inside the transaction of the save. */
import type { ArticleRow } from '../article';
import { isSameArticle } from '../dedupe/same-article';
import type { PreparedArticle } from './prepare';
import { getReadable } from './readable';
import type { LibraryDb } from './schema';

/** A page that shows another story each day makes many articles of one address; only the newest are compared by text. */
const COMPARED = 20;

/** The article that this save is a state of: same content, else the first that shares enough text. */
export async function findStored(
  db: LibraryDb,
  known: ArticleRow[],
  { contentHash, shingles }: PreparedArticle,
): Promise<ArticleRow | undefined> {
  const same = known.find((row) => row.contentHash === contentHash);
  if (same) return same;
  const newest = known.slice(0, COMPARED);
  const texts = await getReadable(
    db.texts,
    newest.map(({ docNo }) => docNo),
  );
  return newest.find((_, i) => isSameArticle(shingles, texts[i]?.text ?? ''));
}

/** Articles known by one of the addresses, the address bar's first. */
export async function articlesAt(db: LibraryDb, { urlKey, canonicalKey }: PreparedArticle): Promise<ArticleRow[]> {
  const keys = canonicalKey === null ? [urlKey] : [urlKey, canonicalKey];
  const rows = await db.articles.where('urlKeys').anyOf(keys).distinct().toArray();
  const rank = (row: ArticleRow): number => (row.urlKeys.includes(urlKey) ? 0 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.savedAt - a.savedAt);
}

/** A declared canonical that names another article is no address of this one. */
export function keysFor({ urlKey, canonicalKey }: PreparedArticle, known: ArticleRow[], stored?: ArticleRow): string[] {
  if (canonicalKey === null) return [urlKey];
  const taken = known.some((row) => row.id !== stored?.id && row.urlKeys.includes(canonicalKey));
  return taken ? [urlKey] : [urlKey, canonicalKey];
}
