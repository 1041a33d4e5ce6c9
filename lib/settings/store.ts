/** The one place where settings are kept: `storage.local`, shared by every surface, the reader included. */
import { browser } from 'wxt/browser';
import { readSettings, type Settings } from './settings';

const KEY = 'settings';

export async function loadSettings(): Promise<Settings> {
  return readSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes from one surface wait for each other, or the second would overwrite the first with what it had read before. */
let last: Promise<void> = Promise.resolve();

/** Changes some settings; the others stay as they are now, whoever changed them. Resolves when stored. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  const write = async () => browser.storage.local.set({ [KEY]: { ...(await loadSettings()), ...change } });
  last = last.then(write, write);
  return last;
}

/** Calls back on each change from any surface. Returns the way to stop. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) changed(readSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
