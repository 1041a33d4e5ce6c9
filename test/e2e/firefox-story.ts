/** A story in Firefox: the extension, pages to save, and hands for what a user and a disk can do. */
import { ensureBuilt, type Mode } from '../commands/build';
import { type Firefox, startFirefox, type Tab } from './firefox';
import { says } from './says';
import { type Site, startSite } from './server';
import { waitFor } from './wait-for';

const text = (value: string) => JSON.stringify(value);

export type FirefoxStory = { firefox: Firefox; site: Site; end: () => Promise<void> };

export async function startFirefoxStory(mode: Mode = 'production'): Promise<FirefoxStory> {
  const extension = ensureBuilt('firefox', mode);
  const site = await startSite();
  const firefox = await startFirefox(extension);
  const end = async () => {
    await firefox.close();
    await site.close();
  };
  return { firefox, site, end };
}

/** One of our own pages. */
export async function ownTab({ firefox }: FirefoxStory, path: string): Promise<Tab> {
  const tab = await firefox.newTab();
  await tab.goto(firefox.ownPage(path));
  return tab;
}

/** Saves a page of the site as the popup does. */
export async function savePath(story: FirefoxStory, path: string): Promise<{ ok: boolean }> {
  const url = story.site.url(path);
  const page = await story.firefox.newTab();
  await page.goto(url);
  const popup = await ownTab(story, '/popup.html');
  const saved = await popup.evaluate<{ ok: boolean }>(`browser.tabs.query({})
    .then((tabs) => tabs.find((one) => one.url === ${text(url)}).id)
    .then((tabId) => browser.runtime.sendMessage({ type: 'savePage', data: { tabId } }))`);
  await popup.close();
  await page.close();
  return saved;
}

export const shows = (tab: Tab, words: string | RegExp) =>
  waitFor(
    async () => {
      const all = await tab.evaluate<string>('document.body.innerText');
      return typeof words === 'string' ? all.includes(words) : words.test(all);
    },
    `“${String(words)}”`,
  );

export const press = (tab: Tab, key: Parameters<typeof says>[0]) =>
  waitFor(
    () =>
      tab.evaluate<boolean>(`(() => {
        const button = [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === ${text(says(key))});
        button?.click();
        return Boolean(button);
      })()`),
    `the button “${says(key)}”`,
  );

/** A transaction on the library as it lies in the browser; `request` is a call on the store. */
export const raw = <T>(tab: Tab, store: string, mode: 'readonly' | 'readwrite', request: string): Promise<T> =>
  tab.evaluate<T>(`new Promise((done) => {
    const opening = indexedDB.open('quietpage');
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(${text(store)}, ${text(mode)});
      const request = transaction.objectStore(${text(store)}).${request};
      transaction.oncomplete = () => (db.close(), done(request.result ?? null));
    };
  })`);
