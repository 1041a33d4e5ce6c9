import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../attacks/attack-page';
import { bundle } from '../bench/bundle';
import { ensureBuilt } from '../commands/build';
import { type Firefox, startFirefox, type Tab } from './firefox';
import { ENGLISH } from './paged-stories';
import { says } from './says';
import { type Site, startSite } from './server';
import { waitFor } from './wait-for';

const ESCAPE = '\uE00C';
const TITLE = '青禾镇老粮仓改建书屋：一盏灯照亮半条街';
const text = (value: string) => JSON.stringify(value);

describe('Firefox', () => {
  let firefox: Firefox;
  let site: Site;
  let page: Tab;
  let popup: Tab;
  beforeAll(async () => {
    const extension = ensureBuilt('firefox');
    site = await startSite();
    firefox = await startFirefox(extension);
    page = await firefox.newTab();
    await page.goto(site.url('/zh/news.html'));
    popup = await openPopup(site.url('/zh/news.html'));
  });
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  /** The toolbar cannot be driven there: the popup as a tab, about the tab that shows the address. */
  const openPopup = async (url: string): Promise<Tab> => {
    const tab = await firefox.newTab();
    await tab.goto(firefox.ownPage('/popup.html'));
    const tabId = await tab.evaluate<number>(
      `browser.tabs.query({}).then((tabs) => tabs.find((one) => one.url === ${text(url)}).id)`,
    );
    await tab.goto(firefox.ownPage(`/popup.html?tab=${tabId}`));
    await waitFor(
      () => tab.evaluate<boolean>(`document.querySelectorAll('.this-page button').length > 1`),
      'the popup',
    );
    return tab;
  };
  const waitForText = (tab: Tab, words: string) =>
    waitFor(() => tab.evaluate<boolean>(`document.body.innerText.includes(${text(words)})`), `“${words}”`);
  const clickButton = async (tab: Tab, words: string) => {
    await tab.evaluate(`[...document.querySelectorAll('button')]
      .find((button) => button.innerText.trim() === ${text(words)}).setAttribute('data-wanted', '')`);
    await tab.click('[data-wanted]');
    await tab.evaluate(`document.querySelector('[data-wanted]')?.removeAttribute('data-wanted')`);
  };

  it('detects the article', () => waitForText(popup, says('popup_article')));

  it('opens the clean view and closes it by Escape', async () => {
    await clickButton(popup, says('popup_read'));
    const view = await waitFor(async () => (await page.textInShadow()) || false, 'the clean view');
    expect(view).toContain('做一间可以听戏、排戏的小剧场');
    expect(view).not.toContain('相关文章');
    expect(view.split(TITLE).length - 1).toBe(1);
    await page.press(ESCAPE);
    await waitFor(async () => (await page.textInShadow()) === '', 'the page to come back');
    expect(await page.evaluate<number>(`document.querySelectorAll('html > div').length`)).toBe(0);
  });

  it('saves it', async () => {
    popup = await openPopup(site.url('/zh/news.html'));
    await clickButton(popup, says('popup_save'));
    await waitForText(popup, says('popup_saved_now'));
  });

  it('finds it by words from its middle', async () => {
    await popup.click('input[type=search]');
    await popup.type('七十三岁的渔民');
    await waitForText(popup, '1 article found');
    await waitForText(popup, TITLE);
  });

  it('shows it in the library with its pictures, all from its own disk', async () => {
    const library = await firefox.newTab();
    await library.goto(firefox.ownPage('/library.html'));
    await waitForText(library, TITLE);
    await library.evaluate(`document.querySelector('a[href*="#/article/"]').click()`);
    await waitForText(library, '四十八盏');
    await waitFor(
      () =>
        library.evaluate<boolean>(`(() => {
          const pictures = [...document.querySelectorAll('.article-body img')];
          for (const picture of pictures) picture.scrollIntoView();
          return pictures.length === 4 && pictures.every((one) => one.src.startsWith('blob:') && one.naturalWidth > 0);
        })()`),
      'the pictures',
    );
  });

  it('lets no attack through the two gates', async () => {
    site.put('/gates.js', await bundle('../attacks/attack-page.ts'), { 'content-type': 'text/javascript' });
    site.put('/gates.html', '<!doctype html><body><script src="/gates.js"></script>');
    const gates = await firefox.newTab();
    await gates.goto(site.url('/gates.html'));
    const read = () => gates.evaluate<Report | false>('window.report ?? false');
    const { tried, faults, ran } = await waitFor(read, 'all attacks', { timeout: 50_000 });
    expect(tried).toBeGreaterThan(450);
    expect({ faults, ran }).toEqual({ faults: {}, ran: [] });
    expect(site.requests.filter((path) => path.includes('/trap/'))).toEqual([]);
    await gates.close();
  });

  it('shows the pictures of a strict page, and the page receives no report more', async () => {
    const strict = await firefox.newTab();
    await strict.goto(site.url('/strict.html'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const reports = site.reports.length;
    expect(reports).toBeGreaterThan(0);
    const asked = site.requests.length;
    const strictPopup = await openPopup(site.url('/strict.html'));
    await clickButton(strictPopup, says('popup_read'));
    await waitFor(async () => (await strict.textInShadow()).includes('limpets like it there'), 'the clean view');
    const pictures = () => site.requests.slice(asked).filter((path) => path.includes('/pictures/'));
    await waitFor(() => pictures().length === 2, 'both pictures to be asked for');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(site.reports.slice(reports)).toEqual([]);
  });
  it('reads the further pages of a page that forbids all requests, which receives no report more', async () => {
    const paged = await firefox.newTab();
    await paged.goto(site.url('/paged/strict.html'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const reports = site.reports.length;
    expect(reports).toBeGreaterThan(0);
    const asked = site.requests.length;
    await clickButton(await openPopup(site.url('/paged/strict.html')), says('popup_read'));
    const whole = says('paged_all').replace('$1', '3');
    await waitFor(async () => (await paged.textInShadow()).includes(whole), whole);
    for (const paragraphs of ENGLISH.pages) expect(await paged.textInShadow()).toContain(paragraphs.at(-1));
    const pictures = () => site.requests.slice(asked).filter((path) => path.includes('/pictures/'));
    await waitFor(() => pictures().length === 3, 'the pictures of all pages');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(site.reports.slice(reports)).toEqual([]);
  });

  it('reads further pages with the visitor’s own cookies', async () => {
    const paged = await firefox.newTab();
    await paged.goto(site.url('/paged/members.html'));
    await clickButton(await openPopup(site.url('/paged/members.html')), says('popup_read'));
    const whole = says('paged_all').replace('$1', '3');
    await waitFor(async () => (await paged.textInShadow()).includes(whole), whole);
  });
});
