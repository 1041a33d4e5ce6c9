import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from '../firefox';
import { type FirefoxStory, ownTab, press, raw, shows, startFirefoxStory } from '../firefox-story';
import { says } from '../says';
import { waitFor } from '../wait-for';

const SITE = '127.0.0.1';

type Script = { matches: string[]; excludeMatches?: string[]; persistAcrossSessions: boolean };

describe('the detector in Firefox', () => {
  let story: FirefoxStory;
  let lever: Tab;
  let page: Tab;
  const article = () => story.site.url('/en/news.html');
  beforeAll(async () => {
    story = await startFirefoxStory();
    lever = await ownTab(story, '/icon/16.png');
    page = await story.firefox.newTab();
    await page.goto(article());
  });
  afterAll(() => story?.end());

  const scripts = () => lever.evaluate<Script[]>('browser.scripting.getRegisteredContentScripts()');
  const excluded = async () => (await scripts()).flatMap(({ excludeMatches }) => excludeMatches ?? []);
  const ofTab = <T>(then: string) =>
    lever.evaluate<T>(`browser.tabs.query({})
      .then((tabs) => tabs.find(({ url }) => url?.startsWith(${JSON.stringify(story.site.origin)})).id)
      .then((tabId) => ${then})`);
  const isLit = () =>
    ofTab<boolean>(
      `browser.action.getTitle({ tabId }).then((title) => title === browser.i18n.getMessage('action_article'))`,
    );
  const hasDetector = () =>
    ofTab<boolean>(`browser.tabs.sendMessage(tabId, { type: 'askVerdict', data: null }).then(() => true, () => false)`);
  const switchSite = (change: object) =>
    lever.evaluate(
      `browser.runtime.sendMessage(${JSON.stringify({ type: 'switchSite', data: { site: SITE, ...change } })})`,
    );
  const reload = async () => {
    // A page behind another tab is not looked at before it is shown.
    await ofTab(`browser.tabs.update(tabId, { active: true }).then(() => null)`);
    await page.goto(`${article()}?${Math.random()}`);
    await new Promise((done) => setTimeout(done, 1500));
  };

  it('is registered when the extension is installed', async () => {
    expect(await scripts()).toMatchObject([{ matches: ['http://*/*', 'https://*/*'], persistAcrossSessions: true }]);
    await waitFor(isLit, 'the light');
  });

  it('is kept from a site that was switched off, whose button goes out at once', async () => {
    await switchSite({ detectionOff: true });
    expect(await isLit()).toBe(false);
    expect(await excluded()).toEqual([`*://${SITE}/*`]);
    await reload();
    expect(await hasDetector()).toBe(false);
  });

  it('stays so when the event page ends, and after an update', async () => {
    await story.firefox.stopBackground();
    await switchSite({});
    expect(await excluded()).toEqual([`*://${SITE}/*`]);
    await story.firefox.update();
    lever = await ownTab(story, '/icon/16.png');
    await waitFor(async () => (await excluded()).length === 1, 'the exclusion');
    await reload();
    expect(await hasDetector()).toBe(false);
  });

  it('comes into an open page of a site that was switched on when the popup asks for it', async () => {
    await switchSite({ detectionOff: false });
    const popup = await ownTab(story, `/popup.html?tab=${await ofTab<number>('tabId')}`);
    await shows(popup, says('popup_article'));
    await popup.close();
    await waitFor(isLit, 'the light');
    expect(await excluded()).toEqual([]);
  });

  it('is nowhere when it is switched off everywhere, and on again', async () => {
    const options = await ownTab(story, '/options.html');
    const toggle = () =>
      options.evaluate(`[...document.querySelectorAll('label')]
        .find((label) => label.innerText.includes(${JSON.stringify(says('options_detection'))})).click()`);
    await shows(options, says('options_detection'));
    await toggle();
    await waitFor(async () => (await scripts()).length === 0, 'the registration to go');
    await waitFor(async () => !(await isLit()), 'the dark');
    await toggle();
    await waitFor(async () => (await scripts()).length === 1, 'the registration');
    await reload();
    await waitFor(isLit, 'the light');
  });

  it('is looked after by the rules that the options list', async () => {
    await switchSite({ openByItself: true });
    await reload();
    await waitFor(async () => (await page.textInShadow()).includes('tide'), 'the clean view to open by itself');
    const options = await ownTab(story, '/options.html');
    await shows(options, says('options_site_opens'));
    await press(options, 'options_site_stop');
    await shows(options, says('options_sites_none'));
    expect(await raw<{ openByItself?: true }[]>(lever, 'siteRules', 'readonly', 'getAll()')).not.toMatchObject([
      { openByItself: true },
    ]);
  });
});
