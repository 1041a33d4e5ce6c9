import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../commands/browser';
import { isTabLit, startStory, tabIdOf, type Story } from '../chromium';
import { report, TRACES, WATCHED_MS, WATCHING } from '../traces';

describe('a page that looks for us in Chromium', () => {
  let story: Story;
  let plain: Browser;
  let expected: string[];
  const noticed = async (page: Page, act = ''): Promise<string[]> => {
    await page.goto(story.site.url(WATCHING), { waitUntil: 'load' });
    if (act) await page.evaluate(act);
    await page.waitForTimeout(WATCHED_MS);
    return page.evaluate(report(`chrome-extension://${story.extensionId}/`)) as Promise<string[]>;
  };
  beforeAll(async () => {
    story = await startStory();
    plain = await chromium.launch({
      executablePath: await findChromium(),
      args: ['--disable-gpu', '--lang=en-US', '--accept-lang=en-US'],
    });
    const page = await plain.newPage({ viewport: { width: 1000, height: 760 } });
    expected = await noticed(page);
  });
  afterAll(async () => {
    await story?.end();
    await plain?.close();
  });

  it('notices the same with us and without us', async () => {
    const page = await story.context.newPage();
    const tabId = await tabIdOf(story, page);
    expect(await noticed(page)).toEqual(expected);
    expect(await isTabLit(story, tabId)).toBe(true);
    expect(expected.length).toBeGreaterThan(25);
  });

  it('notices each trace that a script leaves', async () => {
    const page = await plain.newPage();
    const acts = TRACES.map(([act]) => `try { ${act} } catch {}`).join(';\n');
    const more = (await noticed(page, `{ ${acts} }`)).filter((line) => !expected.includes(line));
    expect(TRACES.filter(([, line]) => !more.some((one) => line.test(one))).map(([act]) => act)).toEqual([]);
  });
});
