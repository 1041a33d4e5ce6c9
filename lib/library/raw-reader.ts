import type { ListReader } from './list-source';
import { watchList } from './watch-list';

/** Lists without search and without news of changes: what a page shows until Dexie is there, which also says what fails. */
export const rawReader = (db: IDBDatabase): ListReader => ({
  watch(view, onResult) {
    if (view.query !== '') return { show: () => {}, stop: () => {} };
    return watchList(db, view, { onResult, onError: () => {} });
  },
});
