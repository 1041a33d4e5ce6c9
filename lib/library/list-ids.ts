import type { ArticleId } from '../article';
import { backendOf } from './backend';
import { type Filter, labelsOf } from './place';
import { shelvesOf } from './raw-rows';
import type { LibraryDb } from './schema';
import { idsUnderLabels, keysOn } from './under-labels';

/** All articles that the filter lets through, in no particular order. */
export async function listIds(library: LibraryDb, filter: Filter): Promise<ArticleId[]> {
  const db = await backendOf(library);
  return labelsOf(filter).length < 2 ? keysOn(db, shelvesOf(filter)) : idsUnderLabels(db, filter);
}
