import { backendOf } from '../../../lib/library/backend';
import type { LibraryDb } from '../../../lib/library/schema';
import { keepIndex } from '../../../lib/search/index/keep-index';
import { parseQuery } from '../../../lib/search/query/parse-query';
import { search, type SearchOptions, type SearchResult, searcher } from '../../../lib/search/search';
import { oneLock } from './index/one-lock';

/** Searches as a page does. A library that nobody looked after has no index: then every text is read. */
export async function searchIn(db: LibraryDb, typed: string, options: SearchOptions): Promise<SearchResult> {
  return search(searcher(await backendOf(db)), parseQuery(typed, new Date()), options);
}

/** Makes the index, as the background does after a save. */
export const indexed = async (db: LibraryDb): Promise<boolean> => keepIndex(await backendOf(db), oneLock());
