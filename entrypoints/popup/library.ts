/** The popup's door to the library; a chunk of its own, so that the first paint does not wait for the database's code. */
import { openListSource } from '../../lib/library/list-source';
import { liveSignal } from '../../lib/library/live';
import { openLibrary } from '../../lib/library/open';
import { savedState } from '../../lib/library/saved-state';

/** Rejects with a `ListFailure`. */
export async function openStorage(onBlocked: () => void) {
  const db = openLibrary('quietpage', { onBlocked });
  return {
    list: await openListSource(db),
    watchSaved(url: string, onSaved: (saved: Awaited<ReturnType<typeof savedState>>) => void): void {
      liveSignal(() => savedState(db, url), null).value.subscribe(onSaved);
    },
  };
}
