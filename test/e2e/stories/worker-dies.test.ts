import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { openReader, savePage, savedRows, startStory, stopWorker, storeRows, tabIdOf, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

describe('a worker that may die at any line', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());
  const pathsSaved = async () => (await savedRows(story)).map(({ url }) => new URL(url).pathname + new URL(url).search);

  it('is stopped between the click and the save: the save is written all the same', async () => {
    const page = await story.open('/zh/news.html');
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    await stopWorker(story);
    await view.clickButton(says('reader_save'));
    await waitFor(async () => (await view.text()).includes(says('reader_saved')), 'the word “saved”');
    expect(await pathsSaved()).toEqual(['/zh/news.html']);
    await page.close();
  });

  it('is stopped in the middle of saves: what it acknowledged is there, once', async () => {
    const kept: string[] = [];
    for (const [index, pause] of [0, 5, 15, 30, 60, 120].entries()) {
      const path = `/made/deep.html?${index}`;
      const page = await story.open(path);
      expect(await openReader(story, page)).toMatchObject({ ok: true });
      const view = await readerView(page);
      await view.waitUntilOpen();
      await view.clickButton(says('reader_save'));
      await page.waitForTimeout(pause);
      await stopWorker(story);
      await waitFor(async () => (await view.text()).includes(says('reader_saved')), `the save ${index}`, {
        timeout: 20_000,
      });
      kept.push(path);
      await page.close();
    }
    const saved = await pathsSaved();
    for (const path of kept) expect(saved.filter((one) => one === path)).toHaveLength(1);
  });

  it('takes two saves at once from two tabs', async () => {
    const pages: Page[] = [await story.open('/en/news.html'), await story.open('/odd/malformed.html')];
    const tabs = [];
    for (const page of pages) tabs.push(await tabIdOf(story, page));
    const answers = await story.lever.evaluate(
      (ids) =>
        Promise.all(
          ids.map((tabId) => chrome.runtime.sendMessage({ type: 'savePage', data: { tabId } }) as Promise<unknown>),
        ),
      tabs,
    );
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    const saved = await pathsSaved();
    expect(saved).toContain('/en/news.html');
    expect(saved).toContain('/odd/malformed.html');
    for (const page of pages) await page.close();
  });

  it('takes two saves at once of the same page as one article', async () => {
    const pages = [await story.open('/odd/watching.html'), await story.open('/odd/watching.html')];
    const tabs = [];
    for (const page of pages) tabs.push(await tabIdOf(story, page));
    const answers = await story.lever.evaluate(
      (ids) =>
        Promise.all(
          ids.map((tabId) => chrome.runtime.sendMessage({ type: 'savePage', data: { tabId } }) as Promise<unknown>),
        ),
      tabs,
    );
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await pathsSaved()).filter((path) => path === '/odd/watching.html')).toHaveLength(1);
    for (const page of pages) await page.close();
  });

  it('loses nothing and halves nothing when the tab closes during the save', async () => {
    const before = (await savedRows(story)).length;
    for (const pause of [0, 10, 40]) {
      const page = await story.open(`/made/deep.html?closed-${pause}`);
      const tabId = await tabIdOf(story, page);
      await story.lever.evaluate(
        (id) => void chrome.runtime.sendMessage({ type: 'savePage', data: { tabId: id } }).catch(() => {}),
        tabId,
      );
      await story.lever.waitForTimeout(pause);
      await page.close();
    }
    await story.lever.waitForTimeout(1000);
    const rows = await savedRows(story);
    const bodies = await storeRows<{ articleId: string }>(story, 'bodies');
    const texts = await storeRows<{ docNo: number }>(story, 'texts');
    expect(rows.length).toBeGreaterThanOrEqual(before);
    expect(bodies.map(({ articleId }) => articleId).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(texts.map(({ docNo }) => docNo).toSorted()).toEqual(rows.map(({ docNo }) => docNo).toSorted());
    const page = await story.open('/made/deep.html?after');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
  });
});
