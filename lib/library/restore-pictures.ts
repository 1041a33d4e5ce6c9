/** What a backup knows of its articles' pictures. The pictures themselves were brought before, those that the library lacked. */
import type { ArticleId, ArticleRow } from '../article';
import type { ArticleLine } from './backup';
import { queuePictures } from './pictures';
import type { LibraryDb, PictureUseRow } from './schema';
import { heldKeys } from './slices';

/** An article as it is here, with the pictures of its line. */
type Pictured = { articleId: ArticleId; pictures: ArticleLine['pictures'] };

/** The pictures of the lines that their articles lack and the library holds; and reasons where it knows none. */
export async function newUses(db: LibraryDb, articles: readonly Pictured[]): Promise<PictureUseRow[]> {
  const all = articles.flatMap(({ articleId, pictures }) => pictures.map((picture) => ({ ...picture, articleId })));
  if (all.length === 0) return [];
  const uses = await db.pictureUses.bulkGet(all.map(({ articleId, url }) => [articleId, url]));
  return all.flatMap(({ articleId, url, hash, failed }, i): PictureUseRow[] => {
    const use = uses[i];
    if (hash !== undefined && !(use && 'hash' in use)) return [{ articleId, url, hash }];
    return failed !== undefined && !use ? [{ articleId, url, failed }] : [];
  });
}

export async function writeUses(db: LibraryDb, uses: readonly PictureUseRow[]): Promise<void> {
  if (uses.length === 0) return;
  const hashes = uses.flatMap((use) => ('hash' in use ? [use.hash] : []));
  const held = await heldKeys(db.pictures, hashes);
  // A picture that the file lacks, too, is one that is still to be fetched.
  const whole = uses.filter((use) => !('hash' in use) || held.has(use.hash));
  await db.pictureUses.bulkPut(whole);
  await db.jobs.bulkDelete(whole.map(({ articleId, url }) => `picture ${articleId} ${url}`));
}

type Shown = { row: Pick<ArticleRow, 'id' | 'url'>; images: readonly string[] };

/** Queues what the articles show and what no one ever tried to fetch. */
export async function queueUntried(db: LibraryDb, articles: readonly Shown[], now: number): Promise<void> {
  const all = articles.flatMap(({ row, images }) => images.map((url): [string, string] => [row.id, url]));
  if (all.length === 0) return;
  const uses = await db.pictureUses.bulkGet(all);
  const tried = new Set(all.filter((_, i) => uses[i]).map((key) => key.join(' ')));
  for (const { row, images } of articles) {
    const untried = images.filter((url) => !tried.has(`${row.id} ${url}`));
    if (untried.length > 0) await queuePictures(db, { id: row.id, pageUrl: row.url, images: untried }, now);
  }
}
