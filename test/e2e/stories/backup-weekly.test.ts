import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { savePage, startStory, stopWorker, storeRows, type Story } from '../chromium';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

type Kv = { key: string; value: { nextAt: number; failed: string | null; kept: { articles: number }[] } };

/** In the build of mode `e2e`, which has the permission that only a person can grant. */
describe('the weekly backup', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory({ mode: 'e2e' });
    const page = await story.open('/zh/news.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
  });
  afterAll(() => story?.end());

  const schedule = async () =>
    (await storeRows<Kv>(story, 'kv')).find(({ key }) => key === 'backupSchedule')?.value ?? null;
  const ring = () => story.lever.evaluate(() => chrome.alarms.create('backup', { when: Date.now() }));
  const pages = () => story.context.pages().filter((page) => page.url().includes('options.html?backup'));

  it('is made in the background once it is switched on, also by a worker that was stopped', async () => {
    const options = await story.extensionPage('/options.html');
    await options.getByRole('checkbox', { name: /^Back up every week/ }).check();
    await options.getByText('On. The next backup is made within the hour.').waitFor();
    await options.close();
    const opened = story.context.waitForEvent('page');
    await stopWorker(story);
    await ring();
    const page = await opened;
    const download = await page.waitForEvent('download');
    const path = await download.path();
    expect(existsSync(path)).toBe(true);
    await waitFor(async () => (await schedule())?.kept.length === 1, 'the backup to be noted');
    expect(await schedule()).toMatchObject({ failed: null, kept: [{ articles: 1 }] });
    await waitFor(() => pages().length === 0, 'the page to close');
  });

  it('is not made again before it is due', async () => {
    await ring();
    await new Promise((wait) => setTimeout(wait, 1500));
    expect(pages()).toEqual([]);
    const options = await story.extensionPage('/options.html');
    await options.getByText(/^On\. Next backup: /).waitFor();
    await options.close();
  });
});
