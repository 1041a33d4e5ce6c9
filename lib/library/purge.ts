import type { ArticleId, ArticleRow } from '../article';
import { type Bulk, inChunks } from './bulk';
import { tick, timeOf } from './clock';
import { dropNotes, dropTexts, textStores } from './indexed-text';
import { pictureUsesOf, versionsOf, queuedPicturesOf } from './parts-of';
import type { LibraryDb } from './schema';

/** After this time in the trash an article is offered to be removed. */
const TRASH_KEPT_MS = 30 * 86_400_000;

/** Removes the pictures that only these articles show, and those still to come. */
async function dropPictures(db: LibraryDb, rows: ArticleRow[]): Promise<void> {
  const hashes = new Set<string>();
  for (const { id } of rows) {
    for (const use of await pictureUsesOf(db, id).toArray()) if ('hash' in use) hashes.add(use.hash);
    await pictureUsesOf(db, id).delete();
    await queuedPicturesOf(db, id).delete();
  }
  for (const hash of hashes)
    if ((await db.pictureUses.where('hash').equals(hash).count()) === 0) await db.pictures.delete(hash);
}

function purgeChunk(db: LibraryDb, ids: ArticleId[], now: number): Promise<number> {
  const { articles, bodies, versions, pictures, pictureUses, jobs, deleted, kv } = db;
  const stores = [...textStores(db), bodies, versions, pictures, pictureUses, jobs, deleted, kv];
  return db.transaction('rw', stores, async () => {
    const rows = (await articles.bulkGet(ids)).filter((row) => row?.state === 'trash') as ArticleRow[];
    if (rows.length === 0) return 0;
    const stamp = await tick(db, now);
    const gone = rows.map(({ id }) => id);
    await deleted.bulkPut(rows.map(({ id, urlKeys }) => ({ id, urlKeys, stamp })));
    await dropPictures(db, rows);
    for (const id of gone) await versionsOf(db, id).delete();
    await dropTexts(
      db,
      rows.map(({ docNo }) => docNo),
    );
    await dropNotes(db, gone);
    await bodies.bulkDelete(gone);
    await articles.bulkDelete(gone);
    return rows.length;
  });
}

/**
 * Removes articles from the trash for good, with their texts, versions and the pictures that no other article shows.
 * What is not in the trash (any more) stays. Answers how many were removed; there is no way back.
 */
export async function purge(db: LibraryDb, ids: readonly ArticleId[], bulk: Bulk): Promise<number> {
  const removed = await inChunks(ids, bulk, (chunk) => purgeChunk(db, chunk, bulk.now));
  return removed.reduce((sum, count) => sum + count, 0);
}

/** What has been in the trash for longer than it is kept. */
export function trashedLongAgo(db: LibraryDb, now: number): Promise<ArticleId[]> {
  return db.articles
    .where('[state+savedAt+id]')
    .between(['trash'], ['trash', []])
    .filter(({ stamps }) => timeOf(stamps.state ?? '') < now - TRASH_KEPT_MS)
    .primaryKeys();
}
