/** Lists of articles, newest saved first. Every one of them is read from an index, and only as far as it is shown. */
import type { ArticleId, ArticleRow } from '../article';
import { backendOf } from './backend';
import { type Filter, labelsOf } from './place';
import { countWithin, EVER, newestRows, rowsById, shelvesOf } from './raw-rows';
import type { LibraryDb } from './schema';
import { idsUnderLabels, keysOn } from './under-labels';

/** `complete`: there is nothing beyond these rows. */
export type Page = { rows: ArticleRow[]; complete: boolean };

/** The newest articles that the filter lets through. Counts nothing: in a large library that takes longer than all else. */
export async function listArticles(library: LibraryDb, filter: Filter, limit: number): Promise<Page> {
  const db = await backendOf(library);
  if (labelsOf(filter).length < 2) {
    const rows = await newestRows(db, shelvesOf(filter), limit + 1);
    return { rows: rows.slice(0, limit), complete: rows.length <= limit };
  }
  const ids = await idsUnderLabels(db, filter);
  return { rows: await rowsById(db, ids.slice(0, limit)), complete: ids.length <= limit };
}

/** All articles that the filter lets through, in no particular order. */
export async function listIds(library: LibraryDb, filter: Filter): Promise<ArticleId[]> {
  const db = await backendOf(library);
  return labelsOf(filter).length < 2 ? keysOn(db, shelvesOf(filter)) : idsUnderLabels(db, filter);
}

/** How many articles the filter lets through; in one step, however long that takes. */
export async function countArticles(library: LibraryDb, filter: Filter): Promise<number> {
  const db = await backendOf(library);
  if (labelsOf(filter).length < 2) return countWithin(db, shelvesOf(filter), EVER);
  return (await idsUnderLabels(db, filter)).length;
}
