/** What of the library goes into a backup: rows and pictures as they are, nothing that can be derived from them. */
import type { ArticleBody, ArticleId, ArticleRow } from '../article';
import { versionsOf } from './parts-of';
import { getReadable, nothing } from './readable';
import { heldKeys, keysAfter, rowsAt } from './slices';
import type { DeletedRow, LibraryDb, PictureUseRow, VersionRow } from './schema';

/** A picture that an article shows; neither hash nor reason: it was still to be fetched. */
export type PictureOfFile = { url: string; hash?: string; type?: string; failed?: string };

/** An article on one line: all of it, so that no line needs another one to be understood. */
export type ArticleLine = {
  deleted: false;
  row: Omit<ArticleRow, 'docNo' | 'listed'>;
  /** `null` only where the library had lost it. */
  body: ArticleBody | null;
  text: string;
  versions: Omit<VersionRow, 'articleId'>[];
  pictures: PictureOfFile[];
};

/** The mark of an article that was deleted for good. */
export type DeletedLine = { deleted: true } & DeletedRow;

export type BackupLine = ArticleLine | DeletedLine;

/** Articles held in memory at a time. */
const SLICE = 50;

/**
 * The library in slices by key. Each article is read whole, in one transaction, so it is in the file as it stood at one
 * moment; one that is saved or changed meanwhile may be in it as it was before or after.
 */
async function* backupSlices(db: LibraryDb, slice = SLICE): AsyncGenerator<BackupLine[]> {
  let after: ArticleId | null = null;
  for (;;) {
    const keys: ArticleId[] = await keysAfter<ArticleId>(db.articles, after, slice);
    if (keys.length === 0) break;
    const lines = await articleLines(db, keys);
    if (lines.length > 0) yield lines;
    after = keys.at(-1) ?? null;
  }
  const deleted = await db.deleted.toArray();
  if (deleted.length > 0) yield deleted.map(({ id, urlKeys, stamp }) => ({ deleted: true, id, urlKeys, stamp }));
}

function articleLines(db: LibraryDb, keys: ArticleId[]): Promise<ArticleLine[]> {
  const stores = [db.articles, db.bodies, db.texts, db.versions, db.pictureUses, db.pictures];
  return db.transaction('r', stores, async () => {
    const rows = await rowsAt(db.articles, keys);
    return Promise.all(rows.map((row) => articleLine(db, row)));
  });
}

async function articleLine(db: LibraryDb, stored: ArticleRow): Promise<ArticleLine> {
  const { docNo, listed: _, ...row } = stored;
  const [body, text, versions, uses] = await Promise.all([
    db.bodies.get(row.id).catch(nothing),
    db.texts.get(docNo).catch(nothing),
    versionsOf(db, row.id)
      .primaryKeys()
      .then((keys) => getReadable(db.versions, keys)),
    db.pictureUses.where('[articleId+url]').between([row.id, ''], [row.id, '\uffff']).toArray(),
  ]);
  return {
    deleted: false,
    row,
    body: body ?? null,
    text: text?.text ?? '',
    versions: versions.filter((version) => version !== undefined).map(withoutId),
    pictures: await Promise.all(uses.map((use) => pictureOf(db, use))),
  };
}

async function pictureOf(db: LibraryDb, use: PictureUseRow): Promise<PictureOfFile> {
  const { url } = use;
  if (!('hash' in use)) return { url, failed: use.failed };
  // Reading the row does not read the picture: a stored Blob is a handle on a file.
  const picture = await db.pictures.get(use.hash).catch(nothing);
  return picture ? { url, hash: use.hash, type: picture.blob.type } : { url };
}

function withoutId(version: VersionRow): ArticleLine['versions'][number] {
  const { articleId: _, ...rest } = version;
  return rest;
}

/** How many lines a backup of the library has now. */
export async function backupSize(db: LibraryDb): Promise<number> {
  const [articles, deleted] = await Promise.all([db.articles.count(), db.deleted.count()]);
  return articles + deleted;
}

/** What a backup is written from. `settings` stand elsewhere; the caller brings them. */
export const backupSource = (db: LibraryDb, settings: () => Promise<unknown>) => ({
  slices: () => backupSlices(db),
  picture: async (hash: string) => (await db.pictures.get(hash).catch(nothing))?.blob,
  siteRules: () => db.siteRules.toArray(),
  termPrefs: () => db.termPrefs.toArray(),
  settings,
});

/** Which of these pictures the library lacks. */
export async function lackingPictures(db: LibraryDb, hashes: readonly string[]): Promise<string[]> {
  const held = await heldKeys(db.pictures, hashes);
  return [...new Set(hashes)].filter((hash) => !held.has(hash));
}
