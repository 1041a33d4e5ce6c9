import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedRows, savePage, startStory, stopWorker, storeRows, type Story } from '../chromium';
import { waitFor } from '../wait-for';

const TITLE = '青禾镇老粮仓改建书屋：一盏灯照亮半条街';

/** The library as if the profile were new. */
async function deleteLibrary(story: Story): Promise<void> {
  await stopWorker(story);
  await story.lever.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase('quietpage');
        request.addEventListener('success', () => done());
        request.addEventListener('error', () => failed(request.error ?? new Error('delete')));
        request.addEventListener('blocked', () => failed(new Error('A page still holds the library.')));
      }),
  );
}

/** Without the browser's own dialog, which a test cannot reach: the way that Firefox goes. */
const withoutDialog = (page: Page) =>
  page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  });

/** The dialog, answered with a file of the private file system: the same kind of handle. */
const withAnswer = (page: Page) =>
  page.addInitScript(() => {
    const answer = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getFileHandle('chosen.zip', { create: true });
    };
    Object.assign(globalThis, { showSaveFilePicker: answer });
  });

async function options(story: Story, prepare: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await story.context.newPage();
  await prepare(page);
  await page.goto(`chrome-extension://${story.extensionId}/options.html`);
  await page.getByRole('button', { name: 'Back up now' }).waitFor();
  return page;
}

const choose = (page: Page, file: { name: string; buffer: Buffer }) =>
  page.locator('.backup input[type=file]').setInputFiles({ ...file, mimeType: 'application/zip' });

const stores = ['articles', 'bodies', 'texts', 'pictureUses'];
/** Numbers of texts are this database's own: they are given out once, and not to notes and texts alone. */
const withoutNumbers = (rows: object[]) => rows.map((row) => ({ ...row, docNo: null }));

const rowsOf = async (story: Story) =>
  Object.fromEntries(
    await Promise.all(
      stores.map(async (store) => [store, withoutNumbers(await storeRows<object>(story, store))] as const),
    ),
  );

describe('a library that is backed up, lost and restored', () => {
  let story: Story;
  let backup: Buffer;
  let before: Record<string, unknown[]>;
  beforeAll(async () => {
    story = await startStory();
    for (const path of ['/zh/news.html', '/en/news.html']) {
      const page = await story.open(path);
      expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'created' } });
      await page.close();
    }
    await waitFor(async () => (await storeRows(story, 'jobs')).length === 0, 'the pictures in the library');
    before = await rowsOf(story);
  });
  afterAll(() => story?.end());

  it('is written into a file, read back, and only then called backed up', async () => {
    const page = await options(story, withoutDialog);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Back up now' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^quietpage-backup-\d{4}-\d\d-\d\d\.zip$/);
    backup = await readFile(await download.path());
    await page.getByText('Backed up, and read back whole: 2 articles').waitFor();
    await page.getByText('Last backup:').waitFor();
    await page.close();
  });

  it('is written into a file that the user chose', async () => {
    const page = await options(story, withAnswer);
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('Backed up, and read back whole: 2 articles').waitFor();
    const size = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      return (await (await root.getFileHandle('chosen.zip')).getFile()).size;
    });
    expect(Math.abs(size - backup.length)).toBeLessThan(200);
    await page.close();
  });

  it('refuses a file that was cut off, and changes nothing', async () => {
    const page = await options(story, withoutDialog);
    await choose(page, { name: 'cut.zip', buffer: backup.subarray(0, backup.length - 500) });
    await page.getByRole('alert').getByText('The end of this file is missing').waitFor();
    expect(await rowsOf(story)).toEqual(before);
    await page.close();
  });

  it('comes back whole into an empty library, after a look at what would happen', async () => {
    await deleteLibrary(story);
    const page = await options(story, withoutDialog);
    await choose(page, { name: 'quietpage-backup.zip', buffer: backup });
    await page.getByRole('heading', { name: 'What restoring this file would do' }).waitFor();
    expect(await page.getByRole('row', { name: /^New/ }).innerText()).toMatch(/2$/);
    expect(await storeRows(story, 'articles')).toEqual([]);
    await page.getByRole('button', { name: 'Merge into my library' }).click();
    await page.getByText('Restored. Added: 2 articles.').waitFor();
    expect(await rowsOf(story)).toEqual(before);
    await page.close();
  });

  it('changes nothing when it is restored again', async () => {
    const page = await options(story, withoutDialog);
    await choose(page, { name: 'quietpage-backup.zip', buffer: backup });
    await page.getByText('There is nothing to add: your library is up to date with this file.').waitFor();
    await page.getByRole('button', { name: 'Merge into my library' }).click();
    await page.getByText('Restored. Added: 0 articles.').waitFor();
    expect(await rowsOf(story)).toEqual(before);
    await page.close();
  });

  it('is read offline afterwards, pictures included', async () => {
    await story.site.close();
    const row = (await savedRows(story)).find(({ title }) => title === TITLE);
    const library = await story.extensionPage(`/library.html#/article/${row?.id}`);
    await library.getByRole('heading', { level: 1, name: TITLE }).waitFor();
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
});
