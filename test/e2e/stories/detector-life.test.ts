import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTabLit, startStory, stopWorker, tabIdOf, type Story } from '../chromium';
import { appDocument, documentOf, storyDocument, type Move, type Way } from '../detector-pages';
import { countLooks, followLight } from '../light';
import { waitFor } from '../wait-for';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The address of each way's story; a fragment that begins like a path names a page. */
const STORY: Record<Way, string> = {
  pushState: '/app/2026/1118/123456.html',
  replaceState: '/app/2026/1118/123456.html',
  hash: '#/2026/1118/123456.html',
  intercept: '/app/2026/1118/123456.html',
};
const LIST: Record<Way, string> = { pushState: '/app/', replaceState: '/app/', hash: '#/', intercept: '/app/' };
const ONE = 'Ferry crews learn to read the kelp beyond the point';
const TWO = 'The harbour town that reset its clocks to the tide';

let story: Story;
beforeAll(async () => {
  story = await startStory();
  const { site } = story;
  for (const path of new Set([...Object.values(STORY), ...Object.values(LIST)])) site.put(path, appDocument());
  site.put('/empty.html', documentOf('Nothing', ''));
  site.put('/story.html', storyDocument());
});
afterAll(() => story?.end());

const move = (page: Page, wanted: Move) =>
  page.evaluate((one) => (globalThis as unknown as { move: (wanted: Move) => Promise<void> }).move(one), wanted);
const becomes = (tabId: number, lit: boolean, timeout = 10_000) =>
  waitFor(async () => (await isTabLit(story, tabId)) === lit, lit ? 'the light' : 'the dark', { timeout });

/** A tab whose looks are counted from before its first page on. */
async function openTab(path: string): Promise<{ page: Page; tabId: number; looks: () => Promise<number> }> {
  const page = await story.open('/empty.html');
  const looks = await countLooks(page);
  const tabId = await tabIdOf(story, page);
  await page.goto(story.site.url(path), { waitUntil: 'domcontentloaded' });
  return { page, tabId, looks };
}

describe('a page that is opened', () => {
  it('is looked at after its first paint, and once', async () => {
    let release = (): void => {};
    const held = new Promise<void>((done) => (release = done));
    story.site.holdFile = (path) => (path === '/slow.css' ? held : Promise.resolve());
    story.site.put('/slow.css', 'body { color: #111 }', { 'content-type': 'text/css' });
    story.site.put('/slow.html', storyDocument('<link rel="stylesheet" href="/slow.css">'));
    const { page, tabId, looks } = await openTab('/slow.html');
    // Longer than a busy page may put off an idle callback.
    await pause(4000);
    expect(await looks()).toBe(0);
    release();
    await becomes(tabId, true);
    const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
    expect(painted).toBe(1);
    await pause(3000);
    expect(await looks()).toBe(1);
    story.site.holdFile = () => Promise.resolve();
    await page.close();
  });

  it('is looked at once more when its content comes late', async () => {
    const { page, tabId, looks } = await openTab('/app/');
    await pause(1500);
    expect(await looks()).toBe(1);
    await page.evaluate((title) => (globalThis as unknown as { show: (title: string) => void }).show(title), ONE);
    await becomes(tabId, true);
    await pause(7000);
    expect(await looks()).toBe(2);
    await page.close();
  });
});

describe('a site of one document', () => {
  it.each(Object.keys(STORY) as Way[])('list, story, list, story: lit on the stories alone (%s)', async (way) => {
    const { page, tabId, looks } = await openTab('/app/');
    await waitFor(async () => (await looks()) === 1, 'the first look');
    const light = followLight(story, tabId);
    await move(page, { way, to: STORY[way], title: ONE });
    await becomes(tabId, true, 4000);
    await move(page, { way, to: LIST[way] });
    await becomes(tabId, false, 4000);
    await move(page, { way, to: STORY[way], title: TWO });
    await becomes(tabId, true, 4000);
    expect(await light()).toEqual([false, true, false, true]);
    await page.close();
  });

  it('is dark again after the way back, and lit again after the way forward', async () => {
    const { page, tabId } = await openTab('/app/');
    await pause(1000);
    const light = followLight(story, tabId);
    await move(page, { way: 'pushState', to: STORY.pushState, title: ONE });
    await becomes(tabId, true, 4000);
    await page.goBack();
    await becomes(tabId, false, 4000);
    await page.goForward();
    await becomes(tabId, true, 4000);
    expect(await light()).toEqual([false, true, false, true]);
    await page.close();
  });

  it('does not flicker from story to story, though the page is empty for a second', async () => {
    const { page, tabId } = await openTab('/app/');
    await move(page, { way: 'pushState', to: STORY.pushState, title: ONE });
    await becomes(tabId, true);
    const light = followLight(story, tabId);
    await move(page, { way: 'pushState', to: `${STORY.pushState}?2`, title: TWO, emptyFor: 1200 });
    await pause(6000);
    expect(await light()).toEqual([true]);
    await page.close();
  });

  it('is dark at last on a list that comes late', async () => {
    const { page, tabId } = await openTab('/app/');
    await move(page, { way: 'pushState', to: STORY.pushState, title: ONE });
    await becomes(tabId, true);
    await move(page, { way: 'pushState', to: LIST.pushState, waitFor: 4500 });
    await becomes(tabId, false);
    await page.close();
  });

  it('is not looked at for a place on the same page', async () => {
    const { page, tabId, looks } = await openTab('/story.html');
    await becomes(tabId, true);
    await page.evaluate(() => (location.hash = '#comments'));
    await pause(4500);
    expect(await looks()).toBe(1);
    expect(await isTabLit(story, tabId)).toBe(true);
    await page.close();
  });

  it('lights up though the worker was stopped meanwhile', async () => {
    const { page, tabId } = await openTab('/app/');
    await pause(1000);
    await stopWorker(story);
    await move(page, { way: 'pushState', to: STORY.pushState, title: ONE });
    await becomes(tabId, true);
    await stopWorker(story);
    await move(page, { way: 'pushState', to: LIST.pushState });
    await becomes(tabId, false);
    await page.close();
  });
});

it('a story that comes back from the cache is lit again, though the worker was stopped meanwhile', async () => {
  const { page, tabId } = await openTab('/story.html');
  await becomes(tabId, true);
  await page.evaluate(() => {
    addEventListener('pageshow', (event) => ((globalThis as { kept?: boolean }).kept = event.persisted));
  });
  await page.goto(story.site.url('/empty.html'));
  await becomes(tabId, false);
  await stopWorker(story);
  await page.evaluate(() => history.back());
  await waitFor(() => page.evaluate(() => (globalThis as { kept?: boolean }).kept === true), 'the page from the cache');
  await becomes(tabId, true);
  await page.close();
});

it('a page is never lit for the one that was left', async () => {
  const { page, tabId } = await openTab('/empty.html');
  for (let stay = 40; stay <= 400; stay += 30) {
    await stopWorker(story);
    await page.goto(story.site.url('/story.html'));
    await pause(stay);
    await page.goto(story.site.url('/empty.html'));
    const light = followLight(story, tabId);
    await pause(700);
    expect({ stay, lit: (await light()).at(-1) }).toEqual({ stay, lit: false });
  }
  await page.close();
});
