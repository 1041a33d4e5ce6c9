/** The popup's door to the library; a chunk of its own, so that the first paint does not wait for the database's code. */
import { openListSource } from '../../lib/library/list-source';
import { liveSignal } from '../../lib/library/live';
import { openLibrary } from '../../lib/library/open';
import { savedState } from '../../lib/library/saved-state';
import { siteSwitches } from '../../lib/library/site-rules';
import { sendMessage } from '../../lib/messages';
import { loadSettings } from '../../lib/settings/store';
import type { SiteWorld } from './this-site';
import { again } from './world';

/** Should the background not hear it, the next save tells it. */
const onUnindexed = (): void => void sendMessage('keepIndex', null).catch(() => undefined);

/** Rejects with a `ListFailure`. */
export async function openStorage(onBlocked: () => void) {
  const db = openLibrary('quietpage', { onBlocked });
  const siteWorld: SiteWorld = {
    watch(site, onSwitches) {
      liveSignal(() => siteSwitches(db, site), null).value.subscribe((known) => known && onSwitches(known));
    },
    change: (site, change) => again(() => sendMessage('switchSite', { site, ...change })),
    lookAt: (tabId) => again(() => sendMessage('lookAt', { tabId })),
    detection: async () => (await loadSettings()).detection,
  };
  return {
    siteWorld,
    list: await openListSource(db, { onUnindexed }),
    watchSaved(url: string, onSaved: (saved: Awaited<ReturnType<typeof savedState>>) => void): void {
      liveSignal(() => savedState(db, url), null).value.subscribe(onSaved);
    },
  };
}
