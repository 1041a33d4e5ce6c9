import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import {
  allowPrivateWindows,
  askBackground,
  isLit,
  openReader,
  popupFor,
  openPrivately,
  reloadExtension,
  setSiteAccess,
  startStory,
  stopWorker,
  storeRows,
  type Story,
  wakeWorker,
} from '../chromium';
import { readerView } from '../reader-view';
import { openRealPopup } from '../real-popup';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

const SITE = '127.0.0.1';
/** Longer than a settling page is waited for. */
const LONG_ENOUGH = 4500;

const opens = async (page: Page) => (await readerView(page)).waitUntilOpen();
const isOpen = async (page: Page) => (await readerView(page)).isOpen();
const closeView = async (page: Page) => {
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await (await readerView(page)).waitUntilClosed();
};
const staysShut = async (page: Page, time = 1500) => {
  await page.waitForTimeout(time);
  expect(await isOpen(page)).toBe(false);
};

/** An article whose text comes after a while, with a field above it. */
const latePage = (article: string) => `<!doctype html><html lang="en"><head><title>Late</title></head><body>
<input id="field" aria-label="Search"><div id="place" style="min-height: 4000px"></div><script>
fetch('${article}').then((response) => response.text()).then((text) => setTimeout(() => {
  const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  document.title = main.querySelector('h1').textContent;
  document.getElementById('place').append(main);
}, 2000));
</script></body></html>`;

describe('a site whose articles open by themselves', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    story.site.put('/late.html', latePage('/en/news.html'));
    page = await story.open('/en/news.html');
    await waitFor(() => isLit(story, page), 'the light');
  });
  afterAll(() => story?.end());

  it('does not, until the user says so; and then from the next article on', async () => {
    expect(await isOpen(page)).toBe(false);
    const popup = await popupFor(story, page);
    await popup.getByRole('button', { name: says('popup_site') }).click();
    await popup.getByLabel(says('popup_site_open')).check();
    await waitFor(async () => (await storeRows(story, 'siteRules')).length === 1, 'the rule');
    await popup.close();
    await page.bringToFront();
    await staysShut(page, 500);
    await page.goto(story.site.url('/zh/news.html'));
    await opens(page);
  });

  it('says how to stop it in the popup', async () => {
    const popup = await popupFor(story, page);
    await popup.getByText(says('popup_site_opens')).waitFor();
    await popup.getByRole('button', { name: says('popup_site_stop') }).waitFor();
    await popup.close();
  });

  it('says so below the article, too, and stops there', async () => {
    const other = await story.open('/en/news.html?note');
    await opens(other);
    const view = await readerView(other);
    await waitFor(async () => (await view.text()).includes(says('popup_site_opens')), 'the note');
    await view.clickButton(says('popup_site_stop'));
    await waitFor(async () => (await view.text()).includes(says('reader_site_stopped')), 'the answer');
    await other.goto(story.site.url('/en/news.html?note-stopped'));
    await waitFor(() => isLit(story, other), 'the light');
    await staysShut(other);
    await other.close();
    await askBackground(story, 'switchSite', { site: SITE, openByItself: true });
  });

  it('leaves a page alone once its view was closed: reloaded, come back to, changed in its address', async () => {
    await closeView(page);
    await page.reload();
    await waitFor(() => isLit(story, page), 'the light');
    await staysShut(page);
    await page.evaluate(() => (location.hash = 'part'));
    await page.evaluate(() => history.replaceState(null, '', '?from=list'));
    await staysShut(page, LONG_ENOUGH);
    await page.goto(story.site.url('/zh/front.html'));
    await staysShut(page, 700);
    await page.evaluate(() => history.back());
    await waitFor(() => isLit(story, page), 'the light');
    await staysShut(page);
  });

  it('does so also when the worker died in between', async () => {
    await stopWorker(story);
    await wakeWorker(story);
    await page.reload();
    await waitFor(() => isLit(story, page), 'the light');
    await staysShut(page);
  });

  it('opens each article of a site of one document once, and goes back through them in peace', async () => {
    const drawn = (path: string) => page.waitForSelector(`#app[data-drawn="${path}"]`, { state: 'attached' });
    await page.goto(story.site.url('/odd/home'));
    await drawn('/odd/home');
    await staysShut(page);
    for (const name of ['first', 'second']) {
      await page.click(`#${name}`);
      await opens(page);
      await closeView(page);
    }
    await page.goBack();
    await drawn('/odd/first');
    await staysShut(page, LONG_ENOUGH);
    await page.goForward();
    await drawn('/odd/second');
    await staysShut(page, LONG_ENOUGH);
  });

  it('does not open a page that goes to another address without the user', async () => {
    // What a test does in a page counts as done by its user, for five seconds.
    await page.evaluate(() => {
      setTimeout(() => {
        history.pushState(null, '', '/odd/other');
        document.title = 'Another title';
      }, 6000);
    });
    await staysShut(page, 6000 + LONG_ENOUGH + 1500);
  });

  it('opens late content, but not where the user types or has scrolled on before it came', async () => {
    const quiet = await story.open('/late.html?quiet');
    await opens(quiet);
    await quiet.close();
    const typing = await story.open('/late.html?typing');
    await typing.click('#field');
    await typing.keyboard.type('tide');
    await waitFor(() => isLit(story, typing), 'the light');
    await staysShut(typing);
    expect(await typing.evaluate(() => document.activeElement?.id)).toBe('field');
    await typing.close();
    const scrolled = await story.open('/late.html?scrolled');
    await scrolled.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
    await waitFor(() => isLit(story, scrolled), 'the light');
    await staysShut(scrolled);
    await scrolled.close();
  });

  it('does not open what was opened by hand before', async () => {
    await askBackground(story, 'switchSite', { site: SITE, detectionOff: true });
    const hand = await story.open('/en/news.html?hand');
    expect(await openReader(story, hand)).toMatchObject({ ok: true });
    await opens(hand);
    await closeView(hand);
    await askBackground(story, 'switchSite', { site: SITE, detectionOff: false });
    await hand.reload();
    await waitFor(() => isLit(story, hand), 'the light');
    await staysShut(hand);
    await hand.close();
  });

  it('does not open where access is missing', async () => {
    await setSiteAccess(story, 'ON_CLICK');
    const narrowed = await story.open('/en/news.html?narrowed');
    const popup = await openRealPopup(story, narrowed);
    await waitFor(async () => (await popup.text()).includes(says('popup_article')), 'the verdict');
    expect(await isLit(story, narrowed)).toBe(true);
    await staysShut(narrowed);
    await narrowed.close();
    await setSiteAccess(story, 'ON_ALL_SITES');
  });

  it('stops at a click in the popup', async () => {
    await page.goto(story.site.url('/en/news.html?stop'));
    await opens(page);
    const popup = await popupFor(story, page);
    await popup.getByRole('button', { name: says('popup_site_stop') }).click();
    await popup.getByText(says('popup_site_opens')).waitFor({ state: 'detached' });
    await popup.close();
    await page.goto(story.site.url('/en/news.html?stopped'));
    await waitFor(() => isLit(story, page), 'the light');
    await staysShut(page);
  });
});

describe('a private window', () => {
  let story: Story;
  let tabId: number;
  beforeAll(async () => {
    story = await startStory();
    await allowPrivateWindows(story);
    // The switch reloads the extension.
    await reloadExtension(story);
    await askBackground(story, 'switchSite', { site: SITE, openByItself: true });
    tabId = await openPrivately(story, '/zh/news.html');
  });
  afterAll(() => story?.end());

  it('follows the rules of its sites', async () => {
    await waitFor(
      () =>
        story.lever.evaluate(async (id) => {
          const answer = (await chrome.tabs.sendMessage(id, { type: 'readerCommand', data: { action: 'state' } })) as {
            value: { open: boolean };
          };
          return answer.value.open;
        }, tabId),
      'the clean view',
    );
  });

  it('offers no new ones, and writes none', async () => {
    const before = await storeRows(story, 'siteRules');
    const popup = await story.extensionPage(`/popup.html?tab=${tabId}`);
    await popup.getByText(says('popup_article')).waitFor();
    await popup.getByText(says('list_empty_title')).waitFor();
    await popup.waitForTimeout(300);
    expect(await popup.getByRole('button', { name: says('popup_site') }).count()).toBe(0);
    expect(await storeRows(story, 'siteRules')).toEqual(before);
  });
});
