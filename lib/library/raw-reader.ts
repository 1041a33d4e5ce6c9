import type { ListReader, ListWatch } from './list-source';
import { watchList } from './watch-list';

/** What searches, without Dexie. A chunk of its own: rows are drawn before it is there. */
export type SearchCode = Pick<typeof import('./raw-search'), 'rawSearch'>;

const idle: ListWatch = { show: () => {}, stop: () => {} };

/** Lists and hits without news of changes: what a page shows until Dexie is there, which also says what fails. */
export function rawReader(db: IDBDatabase, code: Promise<SearchCode>): ListReader {
  const engine = code.then(({ rawSearch }) => rawSearch(db));
  return {
    watch(view, onResult) {
      const list = () => watchList(db, view, { onResult, onError: () => {} });
      if (view.query === '') return list();
      let watched = idle;
      let stopped = false;
      void engine.then((watchHits) => {
        if (!stopped) watched = watchHits(view, onResult) ?? list();
      });
      return {
        show: (from, to) => watched.show(from, to),
        stop() {
          stopped = true;
          watched.stop();
        },
      };
    },
  };
}
