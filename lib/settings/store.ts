/** The one place where settings are kept: `storage.local`, shared by every surface, the reader included. */
import { browser } from 'wxt/browser';
import { readSettings, type Settings } from './settings';

const KEY = 'settings';

export async function loadSettings(): Promise<Settings> {
  return readSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes some settings; the others stay as they are now, whoever changed them. Resolves when stored. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await loadSettings()), ...change } });
}

/** Calls back on each change from any surface. Returns the way to stop. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) changed(readSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
