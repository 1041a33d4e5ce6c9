import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, popupFor, savePage, savedRows, startStory, storeRows, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { type Recorder, startRecorder } from '../recorder';
import { waitFor } from '../wait-for';

/** Chromium asks these for updates and for its own account, with any extension and with none. */
const BROWSERS_OWN = /^(http:\/\/)?[a-z]+\.(google|googleapis|gvt1)\.com[:/]/;

describe('every request that the browser makes', () => {
  let story: Story;
  let recorder: Recorder;
  beforeAll(async () => {
    recorder = await startRecorder();
    story = await startStory({ proxy: recorder.server });
  });
  afterAll(async () => {
    await story?.end();
    recorder?.close();
  });

  it('is one of the page’s own or for a picture of the article, from detection to search', async () => {
    const page = await story.open('/zh/news.html');
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await waitFor(async () => (await storeRows(story, 'pictures')).length === 4, 'the pictures');
    await page.keyboard.press('Escape');
    const popup = await popupFor(story, page);
    await popup.locator('input[type=search]').fill('四十八盏');
    await popup
      .getByRole('link', { name: /青禾镇/ })
      .first()
      .waitFor();
    const library = await story.extensionPage(`/library.html#/article/${(await savedRows(story))[0]?.id}`);
    await library.getByText('四十八盏').waitFor();
    await library.waitForTimeout(500);

    const site = story.site.origin;
    const ofPage = ['/zh/news.html', '/zh/cms.css', '/favicon.ico'];
    const pictures = ['granary-dusk', 'reading-room', 'story-hour', 'book-cart'].map((name) => `/pictures/${name}.jpg`);
    const allowed = new Set([...ofPage, ...pictures].map((path) => site + path));
    expect(recorder.requests.filter((url) => url.startsWith(site)).length).toBeGreaterThan(5);
    const foreign = recorder.requests.filter((url) => !allowed.has(url) && !BROWSERS_OWN.test(url));
    expect(foreign).toEqual([]);
  });
});
