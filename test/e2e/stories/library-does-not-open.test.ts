import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStory, type Story } from '../chromium';
import { says } from '../says';

describe('a library that does not open', () => {
  let story: Story;
  /** What each of our pages says, and that it says what is safe. */
  const everywhere = async (key: Parameters<typeof says>[0]) => {
    const pages = [];
    for (const path of ['/options.html', '/library.html', '/popup.html']) pages.push(await story.extensionPage(path));
    for (const page of pages) {
      await page.getByText(says(key)).first().waitFor();
      await page.close();
    }
  };
  /** A database under our name, as another version could have left it; stays open under `window.held` if so wished. */
  const leave = (version: number, hold: boolean) =>
    story.lever.evaluate(
      async ({ version, hold }) => {
        await new Promise((done) => indexedDB.deleteDatabase('quietpage').addEventListener('success', done));
        const db = await new Promise<IDBDatabase>((done) => {
          const request = indexedDB.open('quietpage', version);
          request.addEventListener('upgradeneeded', () => {
            const store = request.result.createObjectStore('articles', { keyPath: 'id' });
            store.add({ id: 'KEPT', title: 'Kept' });
          });
          request.addEventListener('success', () => done(request.result));
        });
        if (hold) Object.assign(globalThis, { held: db });
        else db.close();
      },
      { version, hold },
    );
  const kept = () =>
    story.lever.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('quietpage');
        request.addEventListener('success', () => done(request.result));
      });
      const rows = await new Promise<unknown>((done) => {
        const request = db.transaction('articles').objectStore('articles').getAll();
        request.addEventListener('success', () => done(request.result));
      });
      db.close();
      return { version: db.version, rows };
    });
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it('because a newer version wrote it', async () => {
    await leave(9990, false);
    await everywhere('list_failed_newer');
    expect(await kept()).toEqual({ version: 9990, rows: [{ id: 'KEPT', title: 'Kept' }] });
  });

  it('because another window holds an older version of it', async () => {
    await leave(10, true);
    await everywhere('list_failed_blocked');
    await story.lever.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
  });

  it('because bringing it up to date failed: the old data stay as they were', async () => {
    await leave(10, false);
    await everywhere('list_failed_open');
    expect(await kept()).toEqual({ version: 10, rows: [{ id: 'KEPT', title: 'Kept' }] });
  });
});
