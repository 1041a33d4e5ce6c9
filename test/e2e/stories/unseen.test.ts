import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../commands/browser';
import { isLit, startStory, type Story } from '../chromium';
import { waitFor } from '../wait-for';

type Watching = { traces: string[]; newGlobals: () => string[] };

/** The names that WXT gives to its announcements; there is no way to listen for every event. */
async function listenForAnnouncements(page: Page, extensionId: string): Promise<void> {
  await page.addInitScript((id) => {
    const scripts = ['detector', 'reader', 'reader.content'];
    const names = scripts.flatMap((name) => [
      `${id}:${name}:wxt:content-script-started`,
      `${id}:${name}:wxt:locationchange`,
      `wxt:content-script-started`,
    ]);
    for (const name of names) {
      for (const target of [window, document]) {
        target.addEventListener(name, () => (globalThis as unknown as Watching).traces.push(`announcement: ${name}`));
      }
    }
  }, extensionId);
}

/** What the page notices while it loads, lies open for a while and moves on as single-page sites do. */
async function noticedBy(page: Page, url: string, settled: () => Promise<unknown>): Promise<string[]> {
  await page.goto(url, { waitUntil: 'load' });
  await settled();
  await page.evaluate(() => history.pushState(null, '', '#next'));
  await page.waitForTimeout(1000);
  const traces = await page.evaluate(() => {
    const watching = globalThis as unknown as Watching;
    return [...watching.traces, ...watching.newGlobals().map((name) => `global: ${name}`)];
  });
  // When its own pictures come before its observer does, the page misses them.
  const own = `performance: resource ${new URL(url).origin}/`;
  return [...new Set(traces)].filter((trace) => !trace.startsWith(own)).toSorted();
}

describe('the detector', () => {
  let story: Story;
  let plain: Browser;
  beforeAll(async () => {
    story = await startStory();
    plain = await chromium.launch({ executablePath: await findChromium(), args: ['--disable-gpu'] });
  });
  afterAll(async () => {
    await story?.end();
    await plain?.close();
  });

  it('leaves a page nothing to notice: it sees the same with us and without us', async () => {
    const url = story.site.url('/odd/watching.html');
    const without = await plain.newPage();
    await listenForAnnouncements(without, story.extensionId);
    const expected = await noticedBy(without, url, () => without.waitForTimeout(500));
    const page = await story.context.newPage();
    await listenForAnnouncements(page, story.extensionId);
    const seen = await noticedBy(page, url, () => waitFor(() => isLit(story, page), 'the detector’s verdict'));
    expect(expected.length).toBeGreaterThan(2);
    expect(seen).toEqual(expected);
  });

  it('is noticed by these same watchers when it does leave a trace', async () => {
    const page = await story.context.newPage();
    await listenForAnnouncements(page, story.extensionId);
    await page.goto(story.site.url('/odd/watching.html'));
    await page.evaluate((id) => {
      document.dispatchEvent(new CustomEvent(`${id}:detector:wxt:content-script-started`));
      window.postMessage({ id }, '*');
      document.documentElement.dataset.probe = '';
    }, story.extensionId);
    await page.waitForTimeout(200);
    const traces = await page.evaluate(() => (globalThis as unknown as Watching).traces.join('\n'));
    expect(traces).toContain('announcement');
    expect(traces).toContain('event: message');
    expect(traces).toContain('mutation: attributes HTML');
  });
});
