import type { Finding } from './finding';
import { hashBytes } from './hash-bytes';
import type { LibraryDb } from './schema';
import { heldKeys } from './slices';

/** Pictures that no article shows. */
function unused(db: LibraryDb, hashes: string[]): Promise<Finding[]> {
  return db.transaction('r', [db.pictures, db.pictureUses], async () => {
    const used = new Set(await db.pictureUses.where('hash').anyOf(hashes).uniqueKeys());
    const held = await heldKeys(
      db.pictures,
      hashes.filter((hash) => !used.has(hash)),
    );
    return [...held].map((hash) => ({ kind: 'pictureUnused', part: hash }));
  });
}

/** Whether the bytes are still those that the picture is named after. Bytes that can't be read are not. */
async function isWhole({ hash, blob }: { hash: string; blob: Blob }): Promise<boolean> {
  try {
    return (await hashBytes(await blob.arrayBuffer())) === hash;
  } catch {
    return false;
  }
}

/** What is wrong with these pictures; the bytes of those in `toRead` are read, one after the other. */
export async function checkPictures(
  db: LibraryDb,
  hashes: string[],
  toRead: (hash: string) => boolean,
): Promise<Finding[]> {
  const found = await unused(db, hashes);
  const idle = new Set(found.map(({ part }) => part));
  for (const hash of hashes.filter((one) => toRead(one) && !idle.has(one))) {
    const picture = await db.pictures.get(hash);
    if (!picture || (await isWhole(picture))) continue;
    // In the name of one of the articles that show it, so that the report can say where.
    const use = await db.pictureUses.where('hash').equals(hash).first();
    const owner = use && (await db.articles.get(use.articleId));
    found.push({ kind: 'pictureDamaged', part: hash, ...(owner && { articleId: owner.id, title: owner.title }) });
  }
  return found;
}
