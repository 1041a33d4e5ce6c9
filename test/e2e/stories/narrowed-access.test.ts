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
    // The first click only lets the withheld detector run; it opens no popup.
    await clickToolbar(story, page);
    await waitFor(() => isLit(story, page), 'the detector to run');
    const popup = await openRealPopup(story, page);
    await popup.click(says('popup_read'));
    const view = await readerView(page);
    await view.waitUntilOpen();
    await view.clickButton(says('reader_save'));
    await waitFor(async () => (await savedRows(story)).length === 1, 'the save');
  });

  it('detects again by itself once access is given back', async () => {
    await setSiteAccess(story, 'ON_ALL_SITES');
    const other = await story.open('/en/news.html');
    await waitFor(() => isLit(story, other), 'the light');
  });
});
