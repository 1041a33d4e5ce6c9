import { searcher } from '../search/search';
import type { ListResult, ListView, ListWatch } from './list-source';
import { queryOf, watchSearch } from './watch-search';

/** Searches over a raw connection. Null where a view asks for nothing that could be searched for. */
export function rawSearch(db: IDBDatabase) {
  const engine = searcher(db);
  return (view: ListView, onResult: (result: ListResult) => void): ListWatch | null => {
    const query = queryOf(view);
    return query && watchSearch(engine, query, view, { onResult, onError: () => {} });
  };
}
