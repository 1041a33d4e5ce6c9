import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLit, openReader, reloadExtension, savePage, savedRows, startStory, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { waitFor } from '../wait-for';

describe('an update while pages are open', () => {
  let story: Story;
  let page: Page;
  const complaints: string[] = [];
  const hosts = () => page.evaluate(() => document.querySelectorAll('html > div').length);
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/en/news.html');
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await waitFor(() => isLit(story, page), 'the light');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    await (await readerView(page)).waitUntilOpen();
    await reloadExtension(story);
  });
  afterAll(() => story?.end());

  it('leaves the open view readable, and Escape still brings the page back', async () => {
    const view = await readerView(page);
    expect(await view.text()).toContain('limpets like it there');
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    expect(await hosts()).toBe(0);
  });

  it('makes the old detector fall silent: no error, no word in the console', async () => {
    complaints.length = 0;
    await page.evaluate(() => history.pushState(null, '', '/en/news.html?moved'));
    await page.evaluate(() => document.querySelector('article')?.replaceChildren('short'));
    await page.waitForTimeout(1000);
    expect(complaints).toEqual([]);
    await page.goto(story.site.url('/en/news.html'));
  });

  it('works at the first click in a tab that was open before', async () => {
    const before = await story.open('/zh/news.html');
    await waitFor(() => isLit(story, before), 'the light');
    await reloadExtension(story);
    expect(await openReader(story, before)).toMatchObject({ ok: true });
    const view = await readerView(before);
    await view.waitUntilOpen();
    expect(await savePage(story, before)).toMatchObject({ ok: true });
  });

  it('closes the view of the former life when the new one opens its own', async () => {
    await page.bringToFront();
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    await reloadExtension(story);
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    await view.waitUntilOpen();
    expect(await hosts()).toBe(1);
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    expect(await hosts()).toBe(0);
  });

  it('keeps the library', async () => {
    expect((await savedRows(story)).map(({ url }) => new URL(url).pathname).toSorted()).toEqual([
      '/en/news.html',
      '/zh/news.html',
    ]);
  });
});
