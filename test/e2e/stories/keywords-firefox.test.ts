import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from '../firefox';
import { type FirefoxStory, ownTab, press, savePath, shows, startFirefoxStory } from '../firefox-story';
import { says } from '../says';
import { waitFor } from '../wait-for';

const DELETE = '\uE017';
const ENTER = '\uE007';
const TAB = '\uE004';
const F2 = '\uE032';
const TITLE = '青禾镇老粮仓改建书屋：一盏灯照亮半条街';

describe('keywords in Firefox', () => {
  let story: FirefoxStory;
  let library: Tab;
  beforeAll(async () => {
    story = await startFirefoxStory();
    expect(await savePath(story, '/zh/news.html')).toMatchObject({ ok: true });
    library = await ownTab(story, '/library.html');
    await shows(library, TITLE);
    await library.evaluate(`document.querySelector('a[href*="#/article/"]').click()`);
    await shows(library, '四十八盏');
  });
  afterAll(() => story?.end());

  const names = () =>
    library.evaluate<string[]>(
      `[...document.querySelectorAll('[data-kind=keyword] .chip-name')].map((one) => one.textContent)`,
    );
  const focused = () => library.evaluate<string>(`document.activeElement?.textContent ?? ''`);
  const tip = () => library.evaluate<string>(`document.querySelector(':popover-open')?.innerText ?? ''`);

  it('say where they come from when the Tab key reaches them', async () => {
    const [first = ''] = await names();
    await library.evaluate(`document.querySelector('main').focus()`);
    await waitFor(async () => {
      await library.press(TAB);
      return (await focused()).startsWith(first);
    }, 'the first chip');
    await waitFor(async () => (await tip()).includes(says('keyword_from_declared')), 'its origin');
    const { left, right } = await library.evaluate<{ left: number; right: number }>(
      `(({ left, right }) => ({ left, right }))(document.querySelector(':popover-open').getBoundingClientRect())`,
    );
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(await library.evaluate<number>('innerWidth'));
  });

  it('are removed and brought back', async () => {
    const before = await names();
    await library.press(DELETE);
    await waitFor(async () => (await names()).join() === before.slice(1).join(), 'the first to go');
    expect(await focused()).toContain(before[1]);
    await press(library, 'list_undo');
    await waitFor(async () => (await names()).join() === before.join(), 'it to come back in its place');
  });

  it('are renamed', async () => {
    await library.evaluate(`document.querySelector('[data-kind=keyword] .chip-name').focus()`);
    await library.press(F2);
    await waitFor(() => library.evaluate<boolean>(`document.activeElement?.matches('dialog input')`), 'the question');
    await library.type('镇上的书屋');
    await library.press(ENTER);
    await waitFor(async () => (await names())[0] === '镇上的书屋', 'the new name');
  });

  it('lead to the list of those that have one', async () => {
    await library.click('[data-kind=keyword] .chip-name');
    await waitFor(
      () => library.evaluate<boolean>(`document.querySelector('h1 bdi')?.innerText === '镇上的书屋'`),
      'the heading',
    );
    await shows(library, TITLE);
  });

  it('stand over a page, too', async () => {
    const url = story.site.url('/zh/news.html');
    const page = await story.firefox.newTab();
    await page.goto(url);
    await library.evaluate(`browser.tabs.query({})
      .then((tabs) => tabs.find((one) => one.url === ${JSON.stringify(url)}).id)
      .then((tabId) => browser.runtime.sendMessage({ type: 'openReader', data: { tabId } }))`);
    await waitFor(async () => (await page.textInShadow()).includes(says('keyword_from_declared')), 'the chips');
    // It goes by its new name here as well.
    expect(await page.textInShadow()).toContain('镇上的书屋');
    await page.close();
  });
});
