import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { root } from '../../commands/root';
import {
  askBackground,
  savePage,
  savedRows,
  setQuota,
  startStory,
  stopWorker,
  storeRows,
  writeRaw,
  type Story,
} from '../chromium';
import { says, saysLike } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

const site = (path: string) => readFileSync(join(root, 'test', 'site', path));
/** The English article with one of its pictures at an address that the test answers for. */
const articleWith = (picture: string) =>
  String(site('en/news.html')).replace('../pictures/tide-clock.jpg', picture).replaceAll('../pictures/', '/pictures/');
const JPEG = { 'content-type': 'image/jpeg' };

const button = (page: Page, key: Parameters<typeof says>[0]) =>
  page.getByRole('button', { name: says(key), exact: true });

describe('a damaged library', () => {
  let story: Story;
  let options: Page;
  beforeAll(async () => {
    story = await startStory();
    for (const path of ['/zh/news.html', '/en/news.html']) {
      const page = await story.open(path);
      expect(await savePage(story, page)).toMatchObject({ ok: true });
      await page.close();
    }
    await waitFor(async () => (await storeRows(story, 'pictures')).length === 6, 'the pictures in the library');
    options = await story.extensionPage('/options.html');
  });
  afterAll(() => story?.end());

  it('is sound before, and the browser does not clear it by itself', async () => {
    await options.getByText(says('options_kept')).waitFor();
    await button(options, 'health_check_full').click();
    await options.getByText(says('health_sound')).waitFor();
  });

  it('says what is damaged, of which article, and what to do', async () => {
    const row = (await savedRows(story)).find(({ lang }) => lang.startsWith('zh'));
    await writeRaw(story, 'bodies', { delete: [row?.id] });
    await writeRaw(story, 'pictureUses', {
      put: [{ articleId: 'GONE', url: 'https://e.org/1.jpg', failed: 'missing' }],
    });
    await button(options, 'health_check').click();
    await options.getByText(saysLike('health_found_bodyMissing_one')).waitFor();
    await options.getByText(says('health_do_bodyMissing')).waitFor();
    await options.getByText(saysLike('health_found_useAlone_one')).waitFor();
    // To save it again is the way out.
    expect(await options.getByRole('link', { name: row?.title ?? '' }).getAttribute('href')).toBe(row?.url);
  });

  it('says so in the place of the text, too', async () => {
    const row = (await savedRows(story)).find(({ lang }) => lang.startsWith('zh'));
    const library = await story.extensionPage(`/library.html#/article/${row?.id}`);
    await library.getByText(says('library_damaged_title')).waitFor();
    const original = library.getByRole('link', { name: says('library_original') });
    expect(await original.getAttribute('href')).toBe(row?.url);
    await library.close();
  });

  it('is repaired where it can be, and goes on to tell the rest', async () => {
    await button(options, 'health_repair').click();
    await options.getByText(saysLike('health_repaired')).waitFor();
    expect(await storeRows<{ articleId: string }>(story, 'pictureUses')).toHaveLength(6);
    expect(await options.getByText(saysLike('health_found_useAlone_one')).count()).toBe(0);
    await options.getByText(saysLike('health_found_bodyMissing_one')).waitFor();
    expect(await savedRows(story)).toHaveLength(2);
  });

  it('is whole again when the page is saved once more', async () => {
    const page = await story.open('/zh/news.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'updated' } });
    await page.close();
    await button(options, 'health_check').click();
    await options.getByText(says('health_sound')).waitFor();
  });

  it('is reported without a word of it', async () => {
    await button(options, 'health_copy_report').click();
    const report = await options.locator('.health-report pre').innerText();
    expect(report).toMatch(/^rows: articles 2, versions 0, pictures 6, waiting 0, failed 0$/m);
    expect(report).not.toMatch(/127\.0\.0\.1|news\.html|\p{Script=Han}/u);
  });

  it('proves of an article that it is as it was saved, and shows when it is not', async () => {
    const row = (await savedRows(story)).find(({ lang }) => lang.startsWith('en'));
    const library = await story.extensionPage(`/library.html#/article/${row?.id}`);
    await library.getByText(says('provenance_card')).click();
    await library.getByText(says('provenance_unaltered')).waitFor();
    await library.getByText(row?.contentHash.slice(0, 16) ?? '', { exact: false }).waitFor();
    const bodies = await storeRows<{ articleId: string }>(story, 'bodies');
    const body = bodies.find(({ articleId }) => articleId === row?.id);
    await writeRaw(story, 'bodies', { put: [{ ...body, html: '<p>Other words.</p>' }] });
    await library.reload();
    await library.getByText(says('provenance_card')).click();
    await library.getByText(says('provenance_changed')).waitFor();
    await library.close();
  });
});

describe('a picture that cannot be had', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it('says why in its place, and comes when it is asked for again', async () => {
    story.site.put('/late/page.html', articleWith('/late/photo.jpg'));
    story.site.put('/late/photo.jpg', 'Not today.', { 'content-type': 'text/plain' });
    const page = await story.open('/late/page.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await page.close();
    const [row] = await savedRows(story);
    const library = await story.extensionPage(`/library.html#/article/${row?.id}`);
    const box = library.locator('.article-picture-missing');
    await box.getByText(says('picture_notPicture')).waitFor();
    story.site.put('/late/photo.jpg', site('pictures/tide-clock.jpg'), JPEG);
    await box.getByRole('button', { name: says('article_picture_again') }).click();
    await waitFor(
      () =>
        library
          .locator('.article-body img')
          .first()
          .evaluate((img: HTMLImageElement) => img.naturalWidth > 0),
      'the picture',
    );
    expect(await box.count()).toBe(0);
    await library.close();
  });

  it('is fetched by the next life of a worker that died while it came', async () => {
    story.site.put('/slow/page.html', articleWith('/slow/photo.jpg'));
    story.site.put('/slow/photo.jpg', site('pictures/granary-dusk.jpg'), JPEG);
    const page = await story.open('/slow/page.html');
    let release = () => {};
    story.site.holdFile = (path) =>
      path === '/slow/photo.jpg' ? new Promise<void>((go) => (release = go)) : Promise.resolve();
    const before = story.site.requests.length;
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    const asked = () => story.site.requests.slice(before).some((one) => one.endsWith('/slow/photo.jpg'));
    await waitFor(asked, 'the background to ask for the picture');
    await stopWorker(story);
    delete story.site.holdFile;
    release();
    expect((await storeRows(story, 'jobs')).length).toBeGreaterThan(0);
    // The alarm that rings each minute while the queue is not empty.
    await story.lever.evaluate(() => chrome.alarms.create('pictures', { when: Date.now() }));
    await waitFor(async () => (await storeRows(story, 'jobs')).length === 0, 'the empty queue');
    const uses = await storeRows<{ url: string; hash?: string }>(story, 'pictureUses');
    expect(uses.find(({ url }) => url.endsWith('/slow/photo.jpg'))?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is made smaller, or left out, where the user wants it so', async () => {
    const options = await story.extensionPage('/options.html');
    await options.getByText(says('options_pictures_none'), { exact: true }).click();
    story.site.put('/none/page.html', articleWith('/none/photo.jpg'));
    const asked = story.site.requests.length;
    const page = await story.open('/none/page.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await waitFor(async () => (await storeRows(story, 'jobs')).length === 0, 'the empty queue');
    const uses = await storeRows<{ url: string; failed?: string }>(story, 'pictureUses');
    expect(uses.find(({ url }) => url.endsWith('/none/photo.jpg'))?.failed).toBe('notKept');
    const own = story.site.requests.slice(asked).filter((one) => one.endsWith('/none/photo.jpg'));
    expect(own.length, 'asked for by the page alone').toBeLessThanOrEqual(1);

    await options.getByText(says('options_pictures_1600'), { exact: true }).click();
    story.site.put('/large/page.html', articleWith('/large/photo.png'));
    story.site.put('/large/photo.png', await largePicture(story), { 'content-type': 'image/png' });
    const large = await story.open('/large/page.html');
    expect(await savePage(story, large)).toMatchObject({ ok: true });
    await waitFor(async () => (await storeRows(story, 'jobs')).length === 0, 'the empty queue');
    expect(await sizeOfStored(story, '/large/photo.png')).toEqual({ type: 'image/png', width: 1600, height: 800 });
  });
});

/** Drawn by the browser itself: 3000 × 1500. */
async function largePicture({ lever }: Story): Promise<Buffer> {
  const bytes = await lever.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 1500);
    const context = canvas.getContext('2d');
    for (let x = 0; x < 3000; x += 3) {
      if (context) context.fillStyle = `rgb(${x % 255} ${(x * 7) % 255} ${(x * 13) % 255})`;
      context?.fillRect(x, x % 700, 3, 800);
    }
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

async function sizeOfStored(story: Story, path: string) {
  const uses = await storeRows<{ url: string; hash?: string }>(story, 'pictureUses');
  const hash = uses.find(({ url }) => url.endsWith(path))?.hash;
  return story.lever.evaluate(async (wanted) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('quietpage');
      request.addEventListener('success', () => done(request.result));
    });
    const { blob } = await new Promise<{ blob: Blob }>((done) => {
      const request = db
        .transaction('pictures')
        .objectStore('pictures')
        .get(wanted ?? '');
      request.addEventListener('success', () => done(request.result as { blob: Blob }));
    });
    db.close();
    const { width, height } = await createImageBitmap(blob);
    return { type: blob.type, width, height };
  }, hash);
}

/** Built without `unlimitedStorage`, which would make the browser ignore the quota that stands for a full disk. */
describe('a disk that fills while pictures come', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory({ mode: 'e2e' });
    const used = await story.lever.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await setQuota(story, used + 1_500_000);
  });
  afterAll(() => story?.end());

  it('keeps the article, leaves the picture in the queue and says so', async () => {
    story.site.put('/big/page.html', articleWith('/big/photo.jpg'));
    story.site.put('/big/photo.jpg', Buffer.concat([site('pictures/tide-clock.jpg'), randomBytes(4_000_000)]), JPEG);
    const page = await story.open('/big/page.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'created' } });
    const options = await story.extensionPage('/options.html');
    await options.getByText(says('health_pictures_stopped_title')).waitFor();
    await options.getByText(saysLike('health_pictures_stopped_full')).waitFor();
    const jobs = await storeRows<{ url: string }>(story, 'jobs');
    expect(jobs.some(({ url }) => url.endsWith('/big/photo.jpg'))).toBe(true);
    expect(await savedRows(story)).toHaveLength(1);
    await setQuota(story);
    expect(await askBackground(story, 'fetchPictures', null)).toMatchObject({ ok: true });
    await waitFor(async () => (await storeRows(story, 'jobs')).length === 0, 'the empty queue');
    await options.getByText(says('health_pictures_stopped_title')).waitFor({ state: 'detached' });
  });
});
