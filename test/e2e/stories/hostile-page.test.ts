import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBackground, openReader, savePage, startStory, tabIdOf, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { waitFor } from '../wait-for';

const OURS_ON_TOP = () => {
  const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return top?.localName === 'div' && top.parentElement === document.documentElement;
};

describe('a page that does not want to be covered', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());
  const openOver = async (query: string): Promise<Page> => {
    const page = await story.open(`/odd/hostile.html?${query}`);
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    return page;
  };
  const leavesNothing = async (page: Page) => {
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(0);
  };

  it('may remove the view once: it comes back', async () => {
    const page = await openOver('do=remove&times=1');
    const view = await readerView(page);
    await waitFor(
      () => page.evaluate(() => (globalThis as unknown as { fought: () => number }).fought() > 0),
      'a removal',
    );
    await view.waitUntilOpen();
    expect(await view.text()).toContain('limpets like it there');
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    await leavesNothing(page);
  });

  it('wins when it goes on removing: the view stops fighting, and saving still works', async () => {
    const page = await openOver('do=remove');
    const view = await readerView(page);
    await view.waitUntilClosed();
    await page.waitForTimeout(300);
    await leavesNothing(page);
    expect(await page.evaluate(() => (globalThis as unknown as { fought: () => number }).fought())).toBeLessThan(10);
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    const tabId = await tabIdOf(story, page);
    expect(await askBackground(story, 'openReader', { tabId })).toMatchObject({ ok: true });
  });

  it('cannot hide it by style', async () => {
    const page = await openOver('do=hide&times=3');
    await (await readerView(page)).waitUntilOpen();
    expect(await page.evaluate(OURS_ON_TOP)).toBe(true);
  });

  it('cannot lie on top of it', async () => {
    const page = await openOver('do=cover&times=1');
    await page.waitForSelector('#cover', { state: 'attached' });
    await waitFor(() => page.evaluate(OURS_ON_TOP), 'our view on top');
    await page.keyboard.press('Escape');
    await (await readerView(page)).waitUntilClosed();
    expect(await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cover')?.open)).toBe(true);
  });

  it('cannot keep Escape from closing it', async () => {
    const page = await openOver('do=keys');
    const view = await readerView(page);
    await view.waitUntilOpen();
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
  });
});
