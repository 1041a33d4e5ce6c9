/** What the pieces of a watched list say of a place, in one step, however long that takes. */
import type { ArticleRow } from '../../lib/article';
import { backendOf } from '../../lib/library/backend';
import { type Filter, labelsOf } from '../../lib/library/place';
import { countWithin, EVER, newestRows, rowsById, shelvesOf } from '../../lib/library/raw-rows';
import type { LibraryDb } from '../../lib/library/schema';
import { idsUnderLabels } from '../../lib/library/under-labels';

/** `complete`: there is nothing beyond these rows. */
type Listed = { rows: ArticleRow[]; complete: boolean };

/** The newest articles that the filter lets through. */
export async function listArticles(library: LibraryDb, filter: Filter, limit: number): Promise<Listed> {
  const db = await backendOf(library);
  if (labelsOf(filter).length < 2) {
    const rows = await newestRows(db, shelvesOf(filter), limit + 1);
    return { rows: rows.slice(0, limit), complete: rows.length <= limit };
  }
  const ids = await idsUnderLabels(db, filter);
  return { rows: await rowsById(db, ids.slice(0, limit)), complete: ids.length <= limit };
}

export async function countArticles(library: LibraryDb, filter: Filter): Promise<number> {
  const db = await backendOf(library);
  if (labelsOf(filter).length < 2) return countWithin(db, shelvesOf(filter), EVER);
  return (await idsUnderLabels(db, filter)).length;
}
