import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../commands/build';
import { documentOf, storyDocument } from '../detector-pages';
import { type Firefox, startFirefox } from '../firefox';
import { type LoneChromium, startLoneChromium } from '../lone-chromium';
import { says } from '../says';
import { type Site, startSite } from '../server';
import { waitFor } from '../wait-for';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const text = (value: string) => JSON.stringify(value);

/** Tells the server when it is shown, and when it was prerendered. */
const TELLING = `<script>
const tell = () => fetch('/told/' + (document.prerendering ? 'prerendering' : document.visibilityState) + location.search);
tell();
document.addEventListener('visibilitychange', tell);
</script>`;

let site: Site;
beforeAll(async () => {
  site = await startSite();
  site.put('/story.html', storyDocument(TELLING));
  site.put('/empty.html', documentOf('Nothing', ''));
});
afterAll(() => site?.close());

const told = (what: string) => () => site.requests.some((one) => one.endsWith(`/told/${what}`));

describe('a page that nobody sees in Chromium', () => {
  let chromium: LoneChromium;
  beforeAll(async () => {
    chromium = await startLoneChromium(ensureBuilt('chrome'));
    await pause(1000);
  });
  afterAll(() => chromium?.close());
  const isLit = async (tabId: number) =>
    (await chromium.ask<string>(`chrome.action.getTitle({ tabId: ${tabId} })`)) === says('action_article');

  it('is looked at when it is shown: a tab in the background', async () => {
    const tabId = await chromium.open(site.url('/story.html'), false);
    await waitFor(told('hidden'), 'the hidden page');
    await pause(4000);
    expect(await isLit(tabId)).toBe(false);
    await chromium.ask(`chrome.tabs.update(${tabId}, { active: true }).then(() => 0)`);
    await waitFor(() => isLit(tabId), 'the light');
    expect(told('visible')()).toBe(true);
  });

  it('is looked at when it is shown: a page that is prerendered', async () => {
    const rules = `{"prerender":[{"urls":["/story.html?soon"],"eagerness":"immediate"}]}`;
    const leave = `<script>setTimeout(() => (location.href = '/story.html?soon'), 5000)</script>`;
    site.put('/before.html', documentOf('Before', `<script type="speculationrules">${rules}</script>${leave}`));
    const tabId = await chromium.open(site.url('/before.html'), true);
    await waitFor(told('prerendering'), 'the prerendered page');
    await pause(3000);
    expect(await isLit(tabId)).toBe(false);
    await waitFor(() => isLit(tabId), 'the light');
  });
});

describe('a page that nobody sees in Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await startFirefox(ensureBuilt('firefox'));
  });
  afterAll(() => firefox?.close());

  it('is looked at when it is shown', async () => {
    const own = await firefox.newTab();
    await own.goto(firefox.ownPage('/icon/16.png'));
    const url = site.url('/story.html?firefox');
    const tabId = await own.evaluate<number>(
      `browser.tabs.create({ url: ${text(url)}, active: false }).then(({ id }) => id)`,
    );
    const isLit = async () =>
      (await own.evaluate<string>(`browser.action.getTitle({ tabId: ${tabId} })`)) === says('action_article');
    const loaded = `browser.tabs.get(${tabId}).then(({ status, url }) => status === 'complete' && url === ${text(url)})`;
    await waitFor(() => own.evaluate<boolean>(loaded), 'the hidden page');
    await pause(4000);
    expect(await isLit()).toBe(false);
    await own.evaluate(`browser.tabs.update(${tabId}, { active: true }).then(() => 0)`);
    await waitFor(isLit, 'the light');
  });
});
