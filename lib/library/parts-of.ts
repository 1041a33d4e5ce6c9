/** What belongs to an article outside of its row, as ranges of the stores' keys. */
import type { ArticleId } from '../article';
import type { LibraryDb } from './schema';

export const versionsOf = (db: LibraryDb, id: ArticleId) => db.versions.where('[articleId+n]').between([id], [id, []]);

export const pictureUsesOf = (db: LibraryDb, id: ArticleId) =>
  db.pictureUses.where('[articleId+url]').between([id], [id, []]);

/** Pictures in the queue. */
export const queuedPicturesOf = (db: LibraryDb, id: ArticleId) => db.jobs.where('id').startsWith(`picture ${id} `);
