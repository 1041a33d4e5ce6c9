import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import {
  askBackground,
  detectorScripts,
  hasDetector,
  isLit,
  popupFor,
  reloadExtension,
  startStory,
  stopWorker,
  storeRows,
  type Story,
  wakeWorker,
  writeRaw,
} from '../chromium';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

const SITE = '127.0.0.1';
const STAMP = '000000000000001-0000-abc';

describe('switching detection off', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/en/news.html');
    await waitFor(() => isLit(story, page), 'the light');
  });
  afterAll(() => story?.end());

  const lookSwitch = (popup: Page) => popup.getByLabel(says('popup_site_look'));
  const openSite = async (of: Page) => {
    const popup = await popupFor(story, of);
    await popup.getByRole('button', { name: says('popup_site') }).click();
    return popup;
  };
  const excluded = async () => (await detectorScripts(story)).flatMap(({ excludeMatches = [] }) => excludeMatches);
  const everywhere = async (on: boolean) => {
    const options = await story.extensionPage('/options.html');
    await options.getByLabel(says('options_detection')).setChecked(on);
    await waitFor(async () => (await detectorScripts(story)).length === (on ? 1 : 0), 'the registration to follow');
    await options.close();
  };
  const restartWorker = async () => {
    // One that is stopped while the browser is still starting it may never come up again.
    await wakeWorker(story);
    await stopWorker(story);
    await wakeWorker(story);
  };

  it('starts from one script on every page, kept by the browser', async () => {
    expect(await detectorScripts(story)).toMatchObject([
      { matches: ['http://*/*', 'https://*/*'], runAt: 'document_idle', persistAcrossSessions: true },
    ]);
    expect(await excluded()).toEqual([]);
  });

  it('for a site puts its button out at once, and says so in the popup', async () => {
    const popup = await openSite(page);
    await lookSwitch(popup).uncheck();
    await popup.getByText(says('popup_site_off')).waitFor();
    await popup.close();
    expect(await isLit(story, page)).toBe(false);
    await waitFor(async () => (await excluded()).length > 0, 'the exclusion');
    expect(await excluded()).toEqual([`*://${SITE}/*`]);
  });

  it('lets a detector that is in the page already report in vain', async () => {
    expect(await hasDetector(story, page)).toBe(true);
    await page.evaluate(() => history.pushState(null, '', '/en/news.html?moved'));
    await page.waitForTimeout(4000);
    expect(await isLit(story, page)).toBe(false);
  });

  it('puts nothing into pages of the site that open then, and goes on with other sites', async () => {
    await page.goto(story.site.url('/zh/news.html'));
    await page.waitForTimeout(700);
    expect(await hasDetector(story, page)).toBe(false);
    const other = await story.open(`${story.site.otherOrigin}/en/news.html`);
    await waitFor(() => isLit(story, other), 'the light on the other site');
    await other.close();
  });

  it('outlives the worker, and an update of the extension', async () => {
    await restartWorker();
    expect(await excluded()).toEqual([`*://${SITE}/*`]);
    await reloadExtension(story);
    await waitFor(async () => (await excluded()).length > 0, 'the exclusion');
    await page.reload();
    await page.waitForTimeout(700);
    expect(await hasDetector(story, page)).toBe(false);
  });

  it('is taken back in the popup: the page in front is looked at without being loaded again', async () => {
    const popup = await openSite(page);
    await popup.getByText(says('popup_site_off')).waitFor();
    await lookSwitch(popup).check();
    await popup.getByText(says('popup_article')).waitFor();
    await popup.close();
    await waitFor(() => isLit(story, page), 'the light');
    expect(await excluded()).toEqual([]);
  });

  it('is taken back in the options, where the site is listed', async () => {
    const popup = await openSite(page);
    await lookSwitch(popup).uncheck();
    await waitFor(async () => (await excluded()).length > 0, 'the exclusion');
    await popup.close();
    const options = await story.extensionPage('/options.html');
    const row = options.getByRole('row', { name: SITE });
    expect(await row.textContent()).toContain(says('options_site_off'));
    await row.getByRole('button').click();
    await options.getByText(says('options_sites_none')).waitFor();
    await waitFor(async () => (await excluded()).length === 0, 'the exclusion to go');
    await options.close();
  });

  it('everywhere puts every button out and leaves no page a detector, also after an update; and on again', async () => {
    await page.reload();
    await waitFor(() => isLit(story, page), 'the light');
    await everywhere(false);
    await waitFor(async () => !(await isLit(story, page)), 'the dark');
    await page.reload();
    await page.waitForTimeout(700);
    expect(await hasDetector(story, page)).toBe(false);
    const popup = await popupFor(story, page);
    await popup.getByText(says('popup_off')).waitFor();
    await popup.close();
    await reloadExtension(story, { detection: false });
    await restartWorker();
    await story.lever.waitForTimeout(500);
    expect(await detectorScripts(story)).toEqual([]);
    await everywhere(true);
    await page.reload();
    await waitFor(() => isLit(story, page), 'the light');
  });

  it('holds for rules that come in with a backup, and none of them can cost the others their detector', async () => {
    const off = (site: string) => ({ site, detectionOff: true, stamps: { detectionOff: STAMP } });
    const sites = ['a.example', '*', 'a b', '[::1]', '*.com/*', ''];
    await writeRaw(story, 'siteRules', { put: sites.map(off) });
    expect(await askBackground(story, 'followSites', null)).toMatchObject({ ok: true });
    expect(await excluded()).toEqual(['*://a.example/*']);
    await writeRaw(story, 'siteRules', { delete: sites });
    await restartWorker();
    await waitFor(async () => (await excluded()).length === 0, 'the registration to follow the rules');
  });

  it('that was not meant does not last: a registration that is lost is there again with the next worker', async () => {
    await story.lever.evaluate(() => chrome.scripting.unregisterContentScripts());
    await restartWorker();
    await waitFor(async () => (await detectorScripts(story)).length === 1, 'the registration');
  });

  it('and on many times at once ends as it was said last', async () => {
    const turns = [true, false, true, false, true, false, true];
    await Promise.all(turns.map((detectionOff) => askBackground(story, 'switchSite', { site: SITE, detectionOff })));
    const [rule] = await storeRows<{ detectionOff?: boolean }>(story, 'siteRules');
    expect((await excluded()).length > 0).toBe(rule?.detectionOff === true);
    await askBackground(story, 'switchSite', { site: SITE, detectionOff: false });
    expect(await excluded()).toEqual([]);
    expect(await detectorScripts(story)).toHaveLength(1);
  });
});

describe('the button of a tab', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it('is as it was after the worker died and after other tabs were in front', async () => {
    const article = await story.open('/en/news.html');
    const front = await story.open('/zh/front.html');
    await waitFor(() => isLit(story, article), 'the light');
    await front.waitForTimeout(700);
    expect(await isLit(story, front)).toBe(false);
    await stopWorker(story);
    expect([await isLit(story, article), await isLit(story, front), await isLit(story, article)]).toEqual([
      true,
      false,
      true,
    ]);
    await wakeWorker(story);
    expect([await isLit(story, front), await isLit(story, article)]).toEqual([false, true]);
  });
});
