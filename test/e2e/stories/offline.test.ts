import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savePage, savedRows, startStory, storeRows, type Story } from '../chromium';
import { waitFor } from '../wait-for';

const TITLE = '青禾镇老粮仓改建书屋：一盏灯照亮半条街';

/** The block of the article that stands at the top of the window. */
const blockAtTop = (page: Page) =>
  page.evaluate(() => {
    const blocks = [...document.querySelectorAll('.article-body p')];
    return blocks.find((block) => block.getBoundingClientRect().bottom > 80)?.textContent?.slice(0, 20);
  });

describe('an article whose site is gone', () => {
  let story: Story;
  let library: Page;
  const asked: string[] = [];
  beforeAll(async () => {
    story = await startStory();
    const page = await story.open('/zh/news.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'created' } });
    await waitFor(async () => (await storeRows(story, 'pictures')).length === 4, 'the pictures in the library');
    await page.close();
    await story.site.close();
    const [row] = await savedRows(story);
    story.context.on('request', (request) => asked.push(request.url()));
    library = await story.extensionPage(`/library.html#/article/${row?.id}`);
  });
  afterAll(() => story?.end());

  it('is read in the library with its whole text and its pictures', async () => {
    await library.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(await library.locator('.article-body').innerText()).toContain('做一间可以听戏、排戏的小剧场');
    await waitFor(
      () =>
        library.evaluate(() => {
          const pictures = [...document.querySelectorAll<HTMLImageElement>('.article-body img')];
          for (const picture of pictures) picture.scrollIntoView();
          return pictures.length === 4 && pictures.every((picture) => picture.naturalWidth > 0);
        }),
      'the pictures',
    );
  });

  it('asks the network for nothing', () => {
    expect(asked.filter((url) => !/^(chrome-extension|blob|data):/.test(url))).toEqual([]);
  });

  it('opens again at the paragraph where it was left', async () => {
    await library.evaluate(() => {
      const blocks = [...document.querySelectorAll('.article-body p')];
      blocks.find((block) => block.textContent?.includes('每周六上午'))?.scrollIntoView();
    });
    const left = await blockAtTop(library);
    await waitFor(async () => Boolean((await savedRows(story))[0]?.position), 'the place to be kept');
    // The place is written some time after the last move.
    await library.waitForTimeout(1500);
    await library.reload();
    await library.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await waitFor(async () => (await blockAtTop(library)) === left, `the view to go to “${left}”`);
  });

  it('is found in the popup all the same', async () => {
    const popup = await story.extensionPage('/popup.html');
    await popup.locator('input[type=search]').fill('四十八盏');
    await popup.getByRole('link', { name: TITLE }).first().waitFor();
  });
});
