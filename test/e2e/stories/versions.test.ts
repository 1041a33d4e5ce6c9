import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedRows, savePage, startStory, type Story } from '../chromium';

const BEFORE = 'The parish council borrowed £9,600 from its own roof fund';
const AFTER = 'The parish council borrowed £12,400 from its own roof fund';

describe('an article that was saved, changed and saved again', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/en/news.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'created' } });
    await page.evaluate(
      ([before, after]) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode;
          text.nodeValue = (text.nodeValue ?? '').replace(before ?? '', after ?? '');
        }
      },
      [BEFORE, AFTER],
    );
    expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'updated' } });
  });
  afterAll(() => story?.end());

  it('shows what changed, word by word, and leaves the rest folded', async () => {
    const [row] = await savedRows(story);
    const library = await story.extensionPage(`/library.html#/article/${row?.id}`);
    await library.locator('.versions > summary').click();
    await library.locator('.version > summary').click();
    await library.locator('.version-text ins').first().waitFor();
    expect(await library.locator('.version-text del').allInnerTexts()).toEqual(['9,600']);
    expect(await library.locator('.version-text ins').allInnerTexts()).toEqual(['12,400']);
    expect(await library.locator('.version-same').count()).toBeGreaterThan(0);
    expect(await library.locator('.article-body').innerText()).toContain(AFTER);
    await library.close();
  });
});
