import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { clickToolbar, isLit, openReader, popupFor, startStory, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

describe('the settings', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/en/news.html');
    await waitFor(() => isLit(story, page), 'the light');
  });
  afterAll(() => story?.end());

  const look = async () => {
    const view = await readerView(page);
    return view.evaluate<{ size: string; ink: string }>(`(() => {
      const paragraph = root.querySelector('article p');
      return { size: getComputedStyle(paragraph).fontSize, ink: getComputedStyle(paragraph).color };
    })()`);
  };

  it('of the clean view take effect at once and are remembered', async () => {
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    const before = await look();
    await view.clickButton(says('reader_settings'));
    await view.click('input[type=range]');
    await page.keyboard.press('End');
    await view.click('input[type=radio][value=dark]');
    await waitFor(async () => (await look()).ink !== before.ink, 'the dark');
    const chosen = await look();
    expect(Number.parseFloat(chosen.size)).toBeGreaterThan(Number.parseFloat(before.size));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    await page.reload();
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    await (await readerView(page)).waitUntilOpen();
    expect(await look()).toEqual(chosen);
    await page.keyboard.press('Escape');
    await (await readerView(page)).waitUntilClosed();
  });

  it('of the clean view hold in the popup and the library too', async () => {
    const popup = await popupFor(story, page);
    await waitFor(async () => (await popup.locator('html').getAttribute('data-theme')) === 'dark', 'the dark popup');
    await popup.close();
  });

  it('can make the button open the clean view at once on an article', async () => {
    await story.lever.evaluate(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), openAtOnce: true } });
    });
    await page.reload();
    await waitFor(() => isLit(story, page), 'the light');
    await page.waitForTimeout(300);
    await clickToolbar(story, page);
    const view = await readerView(page);
    await view.waitUntilOpen();
    await clickToolbar(story, page);
    await view.waitUntilClosed();
  });
});
