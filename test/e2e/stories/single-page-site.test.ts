import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLit, openReader, savePage, savedRows, startStory, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { waitFor } from '../wait-for';

describe('a site of one document', () => {
  let story: Story;
  let page: Page;
  const drawn = (path: string) => page.waitForSelector(`#app[data-drawn="${path}"]`, { state: 'attached' });
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/odd/home');
    await drawn('/odd/home');
  });
  afterAll(() => story?.end());

  it('is dark on its list, lights up on an article and is dark again on the list', async () => {
    await page.waitForTimeout(500);
    expect(await isLit(story, page)).toBe(false);
    await page.click('#first');
    await drawn('/odd/first');
    await waitFor(() => isLit(story, page), 'the light on the article');
    await page.click('#home');
    await drawn('/odd/home');
    await waitFor(async () => !(await isLit(story, page)), 'the dark on the list');
  });

  it('gives each of its articles its own view and its own place in the library', async () => {
    for (const [name, headline] of [
      ['first', 'The harbour town that reset its clocks'],
      ['second', 'Ferry crews learn to read kelp before they read the chart'],
    ]) {
      await page.click(`#${name}`);
      await drawn(`/odd/${name}`);
      expect(await openReader(story, page)).toMatchObject({ ok: true });
      const view = await readerView(page);
      await view.waitUntilOpen();
      expect(await view.text()).toContain(headline);
      expect(await savePage(story, page)).toMatchObject({ ok: true });
      await page.keyboard.press('Escape');
      await view.waitUntilClosed();
    }
    const addresses = (await savedRows(story)).map(({ url }) => new URL(url).pathname);
    expect(addresses.toSorted()).toEqual(['/odd/first', '/odd/second']);
  });

  it('is an article again after a way back from the cache of the browser', async () => {
    await page.click('#first');
    await drawn('/odd/first');
    await waitFor(() => isLit(story, page), 'the light on the article');
    await page.evaluate(() => {
      const shown = globalThis as { persisted?: boolean };
      addEventListener('pageshow', (event) => (shown.persisted = event.persisted));
    });
    await page.goto(story.site.url('/zh/front.html'));
    await waitFor(async () => !(await isLit(story, page)), 'the dark on the front page');
    await page.evaluate(() => history.back());
    await waitFor(
      () => page.evaluate(() => Boolean((globalThis as { persisted?: boolean }).persisted)),
      'the cached page',
    );
    await waitFor(() => isLit(story, page), 'the light on the article');
  });
});
