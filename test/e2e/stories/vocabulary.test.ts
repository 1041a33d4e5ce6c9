import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savePage, startStory, stopWorker, storeRows, type Story, writeRaw } from '../chromium';
import { madeBackup } from '../made-backup';
import { says, saysLike } from '../says';
import { waitFor } from '../wait-for';

const ARTICLES = 120;

type Kv = { key: string; value: { articles?: number; last?: number } };

const vocabularyIn = async (story: Story) =>
  (await storeRows<Kv>(story, 'kv')).find(({ key }) => key === 'vocabulary')?.value;

describe('the words of the library', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
    const page = await story.extensionPage('/options.html');
    const buffer = await madeBackup(ARTICLES);
    const file = { name: 'quietpage-backup.zip', mimeType: 'application/zip', buffer };
    await page.locator('.backup input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: says('backup_merge') }).click();
    await page.getByText(saysLike('backup_merged')).waitFor();
    await page.close();
  });
  afterAll(() => story?.end());

  const save = async (path: string): Promise<void> => {
    const page = await story.open(path);
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await page.close();
  };

  it('are counted after a save, once there are enough articles', async () => {
    await save('/zh/news.html');
    await waitFor(async () => (await vocabularyIn(story))?.articles === ARTICLES + 1, 'the vocabulary');
  });

  it('are counted anew where they are damaged', async () => {
    await writeRaw(story, 'kv', { put: [{ key: 'vocabulary', value: 'damaged' }] });
    await save('/zh/news.html');
    await waitFor(async () => (await vocabularyIn(story))?.articles === ARTICLES + 1, 'the vocabulary');
  });

  it('are counted by the next worker when this one dies over it', async () => {
    await writeRaw(story, 'kv', { delete: ['vocabulary'] });
    await save('/en/news.html');
    await stopWorker(story);
    await save('/en/news.html');
    await waitFor(async () => (await vocabularyIn(story))?.articles === ARTICLES + 2, 'the vocabulary');
  });
});
