import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { popupFor, savePage, savedRows, startStory, storeRows, type Story } from '../chromium';
import { says } from '../says';

/** Built without `unlimitedStorage`, which would make the browser ignore the quota that stands for a full disk. */
describe('a full disk', () => {
  let story: Story;
  let kept = 0;
  const setQuota = async (quotaSize?: number) => {
    const session = await story.context.newCDPSession(story.lever);
    const origin = `chrome-extension://${story.extensionId}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
  };
  beforeAll(async () => {
    story = await startStory({ mode: 'e2e' });
    // The extension's own code counts too, some of it only after this question. Set before the first write: the browser remembers for a while how much is free.
    const used = await story.lever.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await setQuota(used + 600_000);
  });
  afterAll(() => story?.end());

  it('is told as “not saved”', async () => {
    for (;;) {
      const page = await story.open(`/made/deep.html?${kept}`);
      const answer = await savePage(story, page);
      await page.close();
      if (!answer.ok) break;
      kept += 1;
      expect(kept, 'articles in a space for a few').toBeLessThan(100);
    }
    expect(kept).toBeGreaterThan(0);
    const page = await story.open('/en/news.html');
    const popup = await popupFor(story, page);
    await popup.getByRole('button', { name: says('popup_save'), exact: true }).click();
    await popup.getByText(says('error_notSaved')).waitFor();
    await popup.close();
  });

  it('leaves nothing half written, and what was saved before readable', async () => {
    const rows = await savedRows(story);
    expect(rows).toHaveLength(kept);
    expect(await storeRows(story, 'bodies')).toHaveLength(kept);
    expect(await storeRows(story, 'texts')).toHaveLength(kept);
    const library = await story.extensionPage(`/library.html#/article/${rows[0]?.id}`);
    await library.getByText('11. The harbour master').waitFor();
    await library.close();
  });

  it('is over when there is room again', async () => {
    await setQuota();
    const page = await story.open('/en/news.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'created' } });
  });
});
