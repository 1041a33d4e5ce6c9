import { searcher } from '../search/search';
import type { ListReader } from './list-source';
import { watchList } from './watch-list';
import { queryOf, watchSearch } from './watch-search';

/** Lists and hits without news of changes: what a page shows until Dexie is there, which also says what fails. */
export function rawReader(db: IDBDatabase): ListReader {
  const engine = searcher(db);
  return {
    watch(view, onResult) {
      const query = queryOf(view);
      const options = { onResult, onError: () => {} };
      return query ? watchSearch(engine, query, view, options) : watchList(db, view, options);
    },
  };
}
