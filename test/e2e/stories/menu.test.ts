import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { savedRows, startStory, type Story, tabIdOf } from '../chromium';
import { readerView } from '../reader-view';
import { waitFor } from '../wait-for';

/** As the functions that are sent into the worker see it. */
declare const chrome: typeof browser;

/** What choosing an entry does; the menu itself is drawn by the browser, out of reach of a test. */
async function choose(story: Story, menuItemId: string, page: Page): Promise<void> {
  const tabId = await tabIdOf(story, page);
  const worker = await story.worker();
  await worker.evaluate(
    async (chosen) => {
      const event = chrome.contextMenus.onClicked as unknown as { dispatch: (info: unknown, tab: unknown) => void };
      event.dispatch({ menuItemId: chosen.menuItemId }, await chrome.tabs.get(chosen.tabId));
    },
    { menuItemId, tabId },
  );
}

const badgeOf = async (story: Story, page: Page): Promise<string> => {
  const tabId = await tabIdOf(story, page);
  return story.lever.evaluate((tab) => chrome.action.getBadgeText({ tabId: tab }), tabId);
};

describe('the context menu', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory({ language: 'en-US' });
    page = await story.open('/zh/news.html');
  });
  afterAll(() => story?.end());

  it('opens the clean view, and chosen again brings the page back', async () => {
    const view = await readerView(page);
    await choose(story, 'toggle-reader', page);
    await view.waitUntilOpen();
    await choose(story, 'toggle-reader', page);
    await view.waitUntilClosed();
  });

  it('saves the page, and says so on the button', async () => {
    await choose(story, 'save-page', page);
    await waitFor(async () => (await badgeOf(story, page)) === '✓', 'the sign on the button');
    expect((await savedRows(story)).map(({ title }) => title)).toEqual(['青禾镇老粮仓改建书屋：一盏灯照亮半条街']);
  });

  it('marks the button when a page cannot be saved, and the library stays as it was', async () => {
    const own = await story.extensionPage('/options.html');
    await choose(story, 'save-page', own);
    await waitFor(async () => (await badgeOf(story, own)) === '!', 'the mark on the button');
    expect(await savedRows(story)).toHaveLength(1);
  });
});
