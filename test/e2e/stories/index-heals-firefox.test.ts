import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDEX_VERSION } from '../../../lib/search/index/version';
import type { Tab } from '../firefox';
import { type FirefoxStory, ownTab, press, raw, savePath, shows, startFirefoxStory } from '../firefox-story';
import { says } from '../says';
import { waitFor } from '../wait-for';

/** What the index is made of. */
const STORES = ['ftsDelta', 'ftsBlk', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsNote', 'ftsMeta'];

const ZH = { typed: '七十三岁的渔民', marked: '七十三岁的渔民' };
const EN = { typed: 'limpets', marked: 'limpets' };

const page = (n: number) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Boat ${n}</title></head>
  <body><article><h1>Boat ${n} came in with the tide</h1>${`<p>The harbour master wrote boat ${n} into the book,
  asked the ferry crew what they had seen beyond the point, and counted the lanterns on the quay once more.</p>`.repeat(
    6,
  )}
  </article></body></html>`;

type Found = {
  marks: string[];
  /** All texts were read to find it. */
  scanned: boolean;
};

describe('the index in Firefox', () => {
  let story: FirefoxStory;
  let lever: Tab;
  beforeAll(async () => {
    story = await startFirefoxStory();
    lever = await ownTab(story, '/icon/16.png');
    for (const path of ['/zh/news.html', '/en/news.html'])
      expect(await savePath(story, path)).toMatchObject({ ok: true });
  });
  afterAll(() => story?.end());

  /** Types in the popup, as everybody does, and waits for what is marked in the snippet. */
  async function find({ typed, marked }: { typed: string; marked: string }): Promise<Found> {
    const popup = await ownTab(story, '/popup.html');
    // Only a search without the index goes through all rows.
    await popup.evaluate(`(() => {
      const { getAll } = IDBObjectStore.prototype;
      window.scanned = false;
      IDBObjectStore.prototype.getAll = function (...given) {
        if (this.name === 'articles') window.scanned = true;
        return getAll.apply(this, given);
      };
    })()`);
    await popup.click('input[type=search]');
    await popup.type(typed);
    const marks = () =>
      popup.evaluate<string[]>(
        `Array.from(document.querySelectorAll('.article-row-snippet mark'), (one) => one.innerText)`,
      );
    await waitFor(async () => (await marks()).includes(marked), `“${marked}” in a snippet`);
    const found = { marks: await marks(), scanned: await popup.evaluate<boolean>('window.scanned') };
    await popup.close();
    return found;
  }

  const isWorkDone = async (): Promise<boolean> => {
    const meta = await raw<{ key: string; value: unknown }[]>(lever, 'ftsMeta', 'readonly', 'getAll()');
    const version = meta.find(({ key }) => key === 'version')?.value;
    return (
      version === INDEX_VERSION && meta.every(({ key }) => key !== 'rebuild' && key !== 'doubted') && (await idle())
    );
  };
  const idle = () =>
    lever.evaluate<boolean>(
      `navigator.locks.query().then(({ held }) => held.every(({ name }) => name !== 'quietpage-index'))`,
    );
  const foundByIndex = async (): Promise<void> => {
    for (const one of [ZH, EN]) expect([one.typed, (await find(one)).scanned]).toEqual([one.typed, false]);
  };

  it('finds Chinese and English from what was just saved, with marks, by the index', foundByIndex);

  it('is made anew by the button', async () => {
    const options = await ownTab(story, '/options.html');
    await press(options, 'health_rebuild');
    await shows(options, says('health_index_built'));
    await options.close();
    expect(await raw(lever, 'ftsSeg', 'readonly', 'getAll()')).toMatchObject([{ live: 1 }]);
    expect(await raw(lever, 'ftsDelta', 'readonly', 'count()')).toBe(0);
    await foundByIndex();
  });

  const HARMS: [string, () => Promise<unknown>][] = [
    ['whose blocks are gone', () => raw(lever, 'ftsBlk', 'readwrite', 'clear()')],
    ['whose segments are gone', () => raw(lever, 'ftsSeg', 'readwrite', 'clear()')],
    ['whose lengths are gone', () => raw(lever, 'ftsLen', 'readwrite', 'clear()')],
    ['whose blocks are cut off', () => cut('ftsBlk', 'bytes')],
    ['whose lengths are cut off', () => cut('ftsLen', 'lengths')],
    ['of another version', () => raw(lever, 'ftsMeta', 'readwrite', `put({ key: 'version', value: '0.9' })`)],
    ['that says nothing of itself', () => raw(lever, 'ftsMeta', 'readwrite', 'clear()')],
  ];

  const cut = (store: string, field: string) =>
    raw(
      lever,
      store,
      'readwrite',
      `getAll().onsuccess = ({ target }) => {
        for (const row of target.result) target.source.put({ ...row, ${field}: row.${field}.slice(0, -3) });
      }`,
    );

  it.each(HARMS)('%s is found out by a search, which finds all the same, and is whole again soon', async (_, harm) => {
    await harm();
    expect(await find(ZH)).toMatchObject({ marks: expect.arrayContaining([ZH.marked]), scanned: true });
    await waitFor(isWorkDone, 'the index made anew');
    await foundByIndex();
  });

  it('is examined and found sound after all that', async () => {
    const options = await ownTab(story, '/options.html');
    await press(options, 'health_check');
    await shows(options, says('health_sound'));
    await options.close();
  });

  it('is whole after the event page ended while it was made anew', async () => {
    for (const pause of [0, 5, 20]) {
      await raw(lever, 'ftsBlk', 'readwrite', 'clear()');
      await find(ZH);
      await new Promise((resolve) => setTimeout(resolve, pause));
      await story.firefox.stopBackground();
      await waitFor(
        async () => {
          // Whoever searches next has it looked after; a message to a page that was just ended may be lost.
          await find(EN);
          return isWorkDone();
        },
        'the index made anew',
        { timeout: 40_000 },
      );
      await foundByIndex();
    }
  });

  /** Rows of the index as they are now, kept in the page. */
  const keepRows = () =>
    lever.evaluate(`(async () => {
      const db = await new Promise((done) => (indexedDB.open('quietpage').onsuccess = ({ target }) => done(target.result)));
      const all = (store) => new Promise((done) =>
        (db.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result)));
      window.kept = {};
      for (const store of ${JSON.stringify(STORES)}) window.kept[store] = await all(store);
      db.close();
    })()`);
  const putBack = () =>
    lever.evaluate(`(async () => {
      const db = await new Promise((done) => (indexedDB.open('quietpage').onsuccess = ({ target }) => done(target.result)));
      const stores = Object.keys(window.kept);
      const transaction = db.transaction(stores, 'readwrite');
      for (const store of stores) {
        transaction.objectStore(store).clear();
        for (const row of window.kept[store]) transaction.objectStore(store).put(row);
      }
      await new Promise((done) => (transaction.oncomplete = done));
      db.close();
    })()`);

  it('is whole after the event page ended during a merge, and is merged by the next', async () => {
    for (let n = 0; n < 18; n++) story.site.put(`/boats/${n}.html`, page(n), { 'content-type': 'text/html' });
    await lever.evaluate(
      `(() => { navigator.locks.request('quietpage-index', () => new Promise((done) => (window.release = done))); })()`,
    );
    for (let n = 0; n < 18; n++) expect(await savePath(story, `/boats/${n}.html`)).toMatchObject({ ok: true });
    expect(await raw<number>(lever, 'ftsDelta', 'readonly', 'count()')).toBeGreaterThanOrEqual(16);
    await keepRows();
    await lever.evaluate('window.release()');
    const boat = { typed: 'boat 7', marked: '7' };
    for (const pause of [0, 4, 15]) {
      await waitFor(idle, 'the one before to be done');
      await putBack();
      await lever.evaluate(`browser.alarms.create('index', { when: Date.now() })`);
      await new Promise((resolve) => setTimeout(resolve, pause));
      await story.firefox.stopBackground();
      await find(boat);
      await foundByIndex();
      // A minute later the alarm would do so by itself.
      await lever.evaluate(`browser.alarms.create('index', { when: Date.now() })`);
      await waitFor(async () => (await raw<number>(lever, 'ftsDelta', 'readonly', 'count()')) === 0, 'the merge');
      expect(await find(boat)).toMatchObject({ scanned: false });
      const segments = await raw<{ seg: number; live: number; blocks: number }[]>(
        lever,
        'ftsSeg',
        'readonly',
        'getAll()',
      );
      expect(segments.filter(({ live }) => live !== 1)).toEqual([]);
      const blocks = segments.reduce((sum, segment) => sum + segment.blocks, 0);
      expect(await raw<number>(lever, 'ftsBlk', 'readonly', 'count()')).toBe(blocks);
    }
  });
});
