import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { savedRows, savePage, startStory, storeRows, tabIdOf, type Story } from '../chromium';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

const button = (page: Page, key: Parameters<typeof says>[0]) =>
  page.getByRole('button', { name: says(key), exact: true });

describe('one article that two pages and the background write at once', () => {
  let story: Story;
  let page: Page;
  let id: string;
  const open = async () => {
    const library = await story.extensionPage(`/library.html#/article/${id}`);
    await button(library, 'library_favourite').waitFor();
    return library;
  };
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/en/news.html');
    const answer = await savePage(story, page);
    if (!answer.ok) throw new Error(answer.error);
    ({ id } = answer.value);
  });
  afterAll(() => story?.end());

  it('keeps what each of them did, and every open page shows it', async () => {
    const [one, other] = [await open(), await open()];
    const tabId = await tabIdOf(story, page);
    for (let turn = 1; turn <= 4; turn += 1) {
      await page.evaluate((n) => {
        const paragraph = [...document.querySelectorAll('p')].find(
          ({ textContent }) => (textContent ?? '').length > 200,
        );
        if (paragraph) paragraph.textContent = `${paragraph.textContent?.replace(/ Edition \d\.$/, '')} Edition ${n}.`;
      }, turn);
      const odd = turn % 2 === 1;
      const saving = story.lever.evaluate(
        (tab) => chrome.runtime.sendMessage({ type: 'savePage', data: { tabId: tab } }) as Promise<unknown>,
        tabId,
      );
      const sorting = [
        button(one, odd ? 'library_favourite' : 'library_unfavourite').click(),
        button(other, odd ? 'library_to_archive' : 'library_to_inbox').click(),
      ];
      expect(await saving).toMatchObject({ ok: true, value: { id, status: 'updated' } });
      await Promise.all(sorting);
      const settled = async () => {
        const rows = await savedRows(story);
        const [row] = rows;
        return rows.length === 1 && row?.favourite === (odd ? 1 : 0) && row.state === (odd ? 'archive' : 'inbox');
      };
      await waitFor(settled, `what was done in turn ${turn}`);
      // Each page shows what the other one did.
      await button(other, odd ? 'library_unfavourite' : 'library_favourite').waitFor();
      await button(one, odd ? 'library_to_inbox' : 'library_to_archive').waitFor();
    }
    const versions = await storeRows<{ articleId: string; n: number }>(story, 'versions');
    expect(versions.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    const [row] = await savedRows(story);
    const texts = await storeRows<{ docNo: number; text: string }>(story, 'texts');
    expect(texts.map(({ docNo }) => docNo)).toEqual([row?.docNo]);
    expect(texts[0]?.text).toContain('Edition 4.');
    await one.close();
    await other.close();
  });
});

describe('a newer version that brings the library up to date', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it('is not kept waiting by pages that are open: each lets go, and says that it must be loaded again', async () => {
    const page = await story.open('/en/news.html');
    const answer = await savePage(story, page);
    if (!answer.ok) throw new Error(answer.error);
    const places = ['/library.html', `/library.html#/article/${answer.value.id}`, '/options.html'];
    const open = await Promise.all(places.map((path) => story.extensionPage(path)));
    await open[0]?.locator('.article-row').first().waitFor();
    await open[1]?.locator('.article-body').waitFor();
    await open[2]?.getByText(says('backup_never')).waitFor();
    const kept = await story.lever.evaluate(
      () =>
        new Promise<number>((done, failed) => {
          const request = indexedDB.open('quietpage', 9990);
          request.addEventListener('blocked', () => failed(new Error('A page keeps the library.')));
          request.addEventListener('success', () => {
            const count = request.result.transaction('articles').objectStore('articles').count();
            count.addEventListener('success', () => (request.result.close(), done(count.result)));
          });
        }),
    );
    expect(kept).toBe(1);
    for (const one of open) await one.getByText(says('library_outdated_title')).waitFor();
    // What is read stays readable.
    expect(await open[1]?.locator('.article-body').innerText()).toContain('parish council');
  });
});
