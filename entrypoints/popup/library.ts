/** The popup's door to the library; a chunk of its own, so that the first paint does not wait for the database's code. */
import { openListSource } from '../../lib/library/list-source';
import { openLibrary } from '../../lib/library/open';
import { savedState as stateOf } from '../../lib/library/saved-state';

/** Rejects with a `ListFailure`. */
export async function openStorage(onBlocked: () => void) {
  const db = openLibrary('quietpage', { onBlocked });
  return {
    list: await openListSource(db),
    savedState: (url: string) => stateOf(db, url),
  };
}
