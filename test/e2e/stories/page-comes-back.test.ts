import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { openReader, pressCommand, startStory, tabIdOf, type Story } from '../chromium';
import { readerView, type ReaderView } from '../reader-view';

declare const chrome: typeof browser;

/** All that a reader could change of a page, as the page itself sees it. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#address');
    const selection = getSelection();
    return {
      scroll: [scrollX, scrollY],
      focused: document.activeElement?.id || document.activeElement?.localName,
      caret: [
        field?.value,
        field?.type === 'text' && field.selectionStart,
        field?.type === 'text' && field.selectionEnd,
      ],
      selected: [selection?.toString(), selection?.anchorOffset, selection?.focusOffset],
      markup: document.documentElement.outerHTML,
      history: history.length,
      title: document.title,
    };
  });

describe('the page under the clean view', () => {
  let story: Story;
  let page: Page;
  let view: ReaderView;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());
  beforeEach(async () => {
    page = await story.open('/odd/hostile.html?do=nothing');
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#address');
      if (field) field.type = 'text';
    });
    view = await readerView(page);
  });
  afterEach(() => page.close());

  const readAround = async (leave: () => Promise<void>) => {
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    await view.waitUntilOpen();
    await page.mouse.wheel(0, 2000);
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(300);
    await leave();
    await view.waitUntilClosed();
    await page.waitForTimeout(100);
  };

  it('keeps its scroll position, its focus and the caret in a field', async () => {
    await page.locator('#address').fill('reader@example.org');
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>('#address')?.setSelectionRange(3, 6);
      scrollTo({ top: 420, behavior: 'instant' });
    });
    const before = await stateOf(page);
    await readAround(() => page.keyboard.press('Escape'));
    expect(await stateOf(page)).toEqual(before);
  });

  it('keeps its selection', async () => {
    await page.evaluate(() => {
      const paragraph = document.querySelectorAll('article p')[3]?.firstChild;
      if (paragraph) getSelection()?.setBaseAndExtent(paragraph, 40, paragraph, 12);
    });
    const before = await stateOf(page);
    expect(before.selected[0]).not.toBe('');
    await readAround(() => page.keyboard.press('Escape'));
    expect(await stateOf(page)).toEqual(before);
  });

  it('comes back by the command that opened the view', async () => {
    const before = await stateOf(page);
    await readAround(() => pressCommand(story, 'toggle-reader', page));
    expect(await stateOf(page)).toEqual(before);
  });

  it('hears no key that is pressed in the view, the closing Escape included', async () => {
    await readAround(async () => {
      await page.keyboard.type('secret');
      await page.keyboard.press('Escape');
    });
    expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([]);
    await page.keyboard.press('a');
    expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toContain('keydown a');
  });

  it('holds one view at most: a second injection takes the place of the first', async () => {
    const before = await stateOf(page);
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    await view.waitUntilOpen();
    const tabId = await tabIdOf(story, page);
    await story.lever.evaluate(
      (tab) => chrome.scripting.executeScript({ target: { tabId: tab }, files: ['/content-scripts/reader.js'] }),
      tabId,
    );
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    await view.waitUntilOpen();
    const hosts = () => page.evaluate(() => document.querySelectorAll('html > div').length);
    expect(await hosts()).toBe(1);
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    expect(await stateOf(page)).toEqual(before);
  });
});
