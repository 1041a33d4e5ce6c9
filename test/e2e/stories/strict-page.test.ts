import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, savedRows, startStory, storeRows, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

/** Long enough for a report to reach the server. */
const REPORT_PAUSE = 800;

describe('a page that forbids everything and reports each attempt', () => {
  let story: Story;
  let page: Page;
  let reportsWithout = 0;
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/strict.html');
    await page.waitForTimeout(REPORT_PAUSE);
    reportsWithout = story.site.reports.length;
    await page.evaluate(() => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
      Object.assign(globalThis, { seen });
    });
  });
  afterAll(() => story?.end());

  it('does report what it forbids', () => {
    expect(reportsWithout).toBeGreaterThan(0);
  });

  it('is read with the pictures that it keeps from itself', async () => {
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    expect(await view.text()).toContain('limpets like it there');
    const shown = `[...root.querySelectorAll('article img')].filter((image) => image.naturalWidth > 0).length`;
    await waitFor(async () => (await view.evaluate<number>(shown)) === 2, 'both pictures');
  });

  it('is styled: its view has our colours and sizes', async () => {
    const view = await readerView(page);
    const [position, family] = await view.evaluate<string[]>(
      `[getComputedStyle(root.querySelector('dialog')).position, getComputedStyle(root.querySelector('h1')).fontFamily]`,
    );
    expect(position).toBe('fixed');
    expect(family).toMatch(/serif|Song|Noto/i);
  });

  it('is saved with its pictures', async () => {
    const view = await readerView(page);
    await view.clickButton(says('reader_save'));
    await waitFor(async () => (await savedRows(story)).length === 1, 'the save');
    await waitFor(async () => (await storeRows(story, 'pictures')).length === 2, 'the pictures');
  });

  it('receives no report more than without us', async () => {
    await page.setViewportSize({ width: 700, height: 700 });
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await (await readerView(page)).waitUntilClosed();
    await page.waitForTimeout(REPORT_PAUSE);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(story.site.reports.slice(reportsWithout)).toEqual([]);
  });
});
