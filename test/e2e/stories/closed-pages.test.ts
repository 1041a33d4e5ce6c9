import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedRows, setQuota, startStory, storeRows, type Story } from '../chromium';
import { madeBackup } from '../made-backup';
import { says, saysLike } from '../says';
import { waitFor } from '../wait-for';

const ARTICLES = 800;

/** Without the browser's own dialog, which a test cannot reach. */
async function options(story: Story): Promise<Page> {
  const page = await story.context.newPage();
  await page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  await page.goto(`chrome-extension://${story.extensionId}/options.html`);
  await page.getByRole('button', { name: says('backup_now') }).waitFor();
  return page;
}

async function startMerge(page: Page, file: Buffer): Promise<void> {
  const buffer = { name: 'quietpage-backup.zip', mimeType: 'application/zip', buffer: file };
  await page.locator('.backup input[type=file]').setInputFiles(buffer);
  await page.getByRole('button', { name: says('backup_merge') }).click();
}

/** How many articles there are; throws when a part of one is missing. */
async function wholeArticles(story: Story): Promise<number> {
  const ids = (await savedRows(story)).map(({ id }) => id).toSorted();
  const bodies = await storeRows<{ articleId: string }>(story, 'bodies');
  const texts = await storeRows<{ articleId: string }>(story, 'texts');
  expect(bodies.map(({ articleId }) => articleId).toSorted()).toEqual(ids);
  expect(texts.map(({ articleId }) => articleId).toSorted()).toEqual(ids);
  return ids.length;
}

describe('a page that is closed while it works', () => {
  let story: Story;
  let backup: Buffer;
  beforeAll(async () => {
    backup = await madeBackup(ARTICLES);
    story = await startStory();
  });
  afterAll(() => story?.end());

  it('leaves a restore with whole articles only, and the same file goes on with it', async () => {
    let before = 0;
    for (const pause of [0, 150, 300]) {
      const page = await options(story);
      await startMerge(page, backup);
      await page.waitForTimeout(pause);
      await page.close();
      const now = await wholeArticles(story);
      expect(now).toBeGreaterThanOrEqual(before);
      expect(now, 'closed too late to prove anything').toBeLessThan(ARTICLES);
      before = now;
    }
    expect(before).toBeGreaterThan(0);
    const page = await options(story);
    await page.getByText(says('backup_unfinished')).waitFor();
    await startMerge(page, backup);
    await page.getByText(saysLike('backup_merged')).waitFor();
    expect(await page.getByText(says('backup_unfinished')).count()).toBe(0);
    expect(await wholeArticles(story)).toBe(ARTICLES);
    await page.close();
  });

  it('makes no backup of half a library, and the next one is whole', async () => {
    const page = await options(story);
    await page.getByRole('button', { name: says('backup_now') }).click();
    await page.getByText(saysLike('backup_writing_other')).waitFor();
    await page.close();
    const next = await options(story);
    await next.getByText(says('backup_never')).waitFor();
    await next.getByRole('button', { name: says('backup_now') }).click();
    await next.getByText(/Backed up, and read back whole: 800 articles/).waitFor();
    expect(await wholeArticles(story)).toBe(ARTICLES);
    await next.close();
  });

  it('leaves a change of many articles with some changed, none lost, and the rest to be changed', async () => {
    const archived = async () => (await savedRows(story)).filter(({ state }) => state === 'archive').length;
    const archiveAll = async () => {
      const library = await story.extensionPage('/library.html#/inbox');
      await library.getByRole('button', { name: says('library_select'), exact: true }).click();
      await library.getByRole('button', { name: saysLike('library_select_all_other') }).click();
      const bar = library.getByRole('group', { name: says('library_selection') });
      await bar.getByRole('button', { name: says('library_to_archive') }).click();
      return library;
    };
    await (await archiveAll()).close();
    const done = await archived();
    expect(done % 500, 'whole slices').toBe(0);
    if (done < ARTICLES) {
      const library = await archiveAll();
      await waitFor(async () => (await archived()) === ARTICLES, 'the rest');
      await library.close();
    }
    expect(await wholeArticles(story)).toBe(ARTICLES);
  });
});

/** Built without `unlimitedStorage`, which would make the browser ignore the quota that stands for a full disk. */
describe('a disk that is full', () => {
  let story: Story;
  let backup: Buffer;
  beforeAll(async () => {
    backup = await madeBackup(ARTICLES);
    story = await startStory({ mode: 'e2e' });
    const used = await story.lever.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await setQuota(story, used + 700_000);
  });
  afterAll(() => story?.end());

  it('stops a restore, which says so, keeps what it merged, and goes on when there is room', async () => {
    const page = await options(story);
    await startMerge(page, backup);
    await page.getByText(says('backup_merge_failed_full')).waitFor();
    const merged = await wholeArticles(story);
    expect(merged).toBeGreaterThan(0);
    expect(merged).toBeLessThan(ARTICLES);
    await setQuota(story);
    await startMerge(page, backup);
    await page.getByText(saysLike('backup_merged')).waitFor();
    expect(await wholeArticles(story)).toBe(ARTICLES);
  });
});
