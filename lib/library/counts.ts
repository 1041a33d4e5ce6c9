import type { LibraryDb } from './schema';

export type LibraryCounts = {
  articles: number;
  versions: number;
  pictures: number;
  /** Pictures that are still to be fetched, and those that could not be had. */
  waiting: number;
  failed: number;
};

export function libraryCounts(db: LibraryDb): Promise<LibraryCounts> {
  return db.transaction('r', [db.articles, db.versions, db.pictures, db.pictureUses, db.jobs], async () => {
    const [articles, versions, pictures, waiting, uses, held] = await Promise.all([
      db.articles.count(),
      db.versions.count(),
      db.pictures.count(),
      db.jobs.where('[kind+dueAt]').between(['picture', 0], ['picture', Infinity]).count(),
      db.pictureUses.count(),
      // The index of hashes holds only those that have one.
      db.pictureUses.where('hash').above('').count(),
    ]);
    return { articles, versions, pictures, waiting, failed: uses - held };
  });
}
