import type { ArticleId } from '../article';
import { idsUnder } from './list';
import { type Filter, labelsOf, statesOf } from './place';
import type { LibraryDb } from './schema';

/** All articles that the filter lets through, in no particular order. */
export async function listIds(db: LibraryDb, filter: Filter): Promise<ArticleId[]> {
  const labels = labelsOf(filter);
  return (await Promise.all(statesOf(filter.place).map((state) => idsUnder(db, state, labels)))).flat();
}
