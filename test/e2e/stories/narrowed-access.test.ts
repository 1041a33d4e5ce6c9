import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clickToolbar,
  isLit,
  openReader,
  popupFor,
  savedRows,
  setSiteAccess,
  startStory,
  type Story,
} from '../chromium';
import { readerView } from '../reader-view';
import { openRealPopup } from '../real-popup';
import { says } from '../says';
import { waitFor } from '../wait-for';

describe('site access narrowed to “on click”', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    await setSiteAccess(story, 'ON_CLICK');
    page = await story.open('/zh/news.html');
  });
  afterAll(() => story?.end());

  it('leaves the button dark', async () => {
    await page.waitForTimeout(1000);
    expect(await isLit(story, page)).toBe(false);
  });

  it('says that access is missing, and the library still opens', async () => {
    const popup = await popupFor(story, page);
    await popup.getByText(says('popup_no_access')).waitFor();
    await popup.getByText(says('list_empty_title')).waitFor();
    await popup.close();
  });

  it('does not hang on an injection that neither runs nor fails', async () => {
    expect(await openReader(story, page)).toEqual({ ok: false, error: 'noAccess' });
  });

  it('grants this page by a click on the button: detected, read, saved with its pictures', async () => {
    // What was asked for in vain is let in by the first click, which opens no popup then.
    await clickToolbar(story, page);
    const popup = await openRealPopup(story, page);
    // The detector comes into the page with the popup.
    await waitFor(async () => (await popup.text()).includes(says('popup_article')), 'the verdict');
    await popup.click(says('popup_read'));
    const view = await readerView(page);
    await view.waitUntilOpen();
    expect(await isLit(story, page)).toBe(true);
    await view.clickButton(says('reader_save'));
    await waitFor(async () => (await savedRows(story)).length === 1, 'the save');
  });

  it('detects again by itself once access is given back', async () => {
    await setSiteAccess(story, 'ON_ALL_SITES');
    const other = await story.open('/en/news.html');
    await waitFor(() => isLit(story, other), 'the light');
  });
});
