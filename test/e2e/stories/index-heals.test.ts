import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savePage, startStory, stopWorker, storeRows, writeRaw, type Story } from '../chromium';
import { says } from '../says';
import { waitFor } from '../wait-for';

type Block = { seg: number; n: number };

const blocks = (story: Story) => storeRows<Block>(story, 'ftsBlk');

/** Types in the popup, as everybody does, and waits for the article. */
async function findInPopup(story: Story, typed: string): Promise<void> {
  const popup = await story.extensionPage('/popup.html');
  await popup.locator('input[type=search]').fill(typed);
  await popup.locator('mark').first().waitFor();
  await popup.close();
}

describe('an index that the disk has damaged', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
    for (const path of ['/zh/news.html', '/en/news.html']) {
      const page = await story.open(path);
      expect(await savePage(story, page)).toMatchObject({ ok: true });
      await page.close();
    }
  });
  afterAll(() => story?.end());

  const rebuild = async (): Promise<void> => {
    const options = await story.extensionPage('/options.html');
    await options.getByRole('button', { name: says('health_rebuild'), exact: true }).click();
    await options.getByText(says('health_index_built')).waitFor();
    await options.close();
  };

  it('is made anew by the button', async () => {
    await rebuild();
    expect(await storeRows(story, 'ftsSeg')).toMatchObject([{ live: 1 }]);
    expect((await blocks(story)).length).toBeGreaterThan(0);
    expect(await storeRows(story, 'ftsDelta')).toEqual([]);
  });

  it('is found out by a search, which finds all the same, and is whole again soon', async () => {
    await writeRaw(story, 'ftsBlk', { delete: (await blocks(story)).map(({ seg, n }) => [seg, n]) });
    await findInPopup(story, '四十八盏');
    await waitFor(async () => (await blocks(story)).length > 0, 'the blocks made anew');
    await waitFor(
      async () => (await storeRows<{ key: string }>(story, 'ftsMeta')).every(({ key }) => key !== 'rebuild'),
      'the end of the work',
    );
    await findInPopup(story, '四十八盏');
    const options = await story.extensionPage('/options.html');
    await options.getByRole('button', { name: says('health_check'), exact: true }).click();
    await options.getByText(says('health_sound')).waitFor();
    await options.close();
  });

  it('is whole after the worker died while it was made anew', async () => {
    for (const pause of [0, 3, 10, 30]) {
      await writeRaw(story, 'ftsBlk', { delete: (await blocks(story)).map(({ seg, n }) => [seg, n]) });
      await findInPopup(story, '四十八盏');
      await story.lever.waitForTimeout(pause);
      await stopWorker(story);
      // Whoever searches next has it looked after; a message to a worker that was just stopped may be lost.
      await waitFor(
        async () => {
          await findInPopup(story, '四十八盏');
          return (await blocks(story)).length > 0;
        },
        'the blocks made anew',
        { timeout: 20_000 },
      );
    }
    await waitFor(async () => {
      const segments = await storeRows<{ live: number }>(story, 'ftsSeg');
      const meta = await storeRows<{ key: string }>(story, 'ftsMeta');
      return segments.length === 1 && segments[0]?.live === 1 && meta.every(({ key }) => key !== 'rebuild');
    }, 'one whole segment');
  });
});
