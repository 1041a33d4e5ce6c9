import { browser } from 'wxt/browser';
import type { Settings } from '../../lib/settings/settings';
import { watchSettings } from '../../lib/settings/store';

/** Settings as they are changed in any tab, until `signal`. */
export function followSettings(changed: (settings: Settings) => void, { signal }: { signal: AbortSignal }): void {
  const stop = watchSettings(changed);
  signal.addEventListener('abort', () => {
    // An orphan has no browser API left to stop with, and nothing that would call it.
    if (browser.runtime?.id) stop();
  });
}
