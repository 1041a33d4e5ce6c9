import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isTabLit, reloadExtension, startStory, tabIdOf, type Story } from '../chromium';
import {
  appDocument,
  documentOf,
  endlessDocument,
  listMarkup,
  restlessDocument,
  STORY_TITLE,
  storyDocument,
  storyMarkup,
} from '../detector-pages';
import { countLooks } from '../light';
import { waitFor } from '../wait-for';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A document of one empty page: the least that a PDF viewer shows. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** All that a detector could ask of a node throws. */
const THROWING = `<script>
for (const node of [document, document.body, document.documentElement, document.querySelector('h1')])
  for (const key of ['querySelector', 'querySelectorAll', 'getElementsByTagName', 'createTreeWalker', 'title', 'head', 'body',
    'contentType', 'documentElement', 'id', 'className', 'textContent', 'localName', 'parentElement', 'closest', 'nodeName'])
    Object.defineProperty(node, key, { get() { throw new Error('hostile ' + key); } });
for (const proto of [Node.prototype, Element.prototype, Document.prototype, TreeWalker.prototype, IntersectionObserver.prototype, Scheduler.prototype])
  for (const [key, { value, configurable }] of Object.entries(Object.getOwnPropertyDescriptors(proto)))
    if (configurable && typeof value === 'function' && key !== 'constructor') proto[key] = () => { throw new Error('hostile ' + key); };
</script>`;

const named = (names: string[]) =>
  names.map((name) => `<form name="${name}"></form><img name="${name}" alt="">`).join('');

let story: Story;
let page: Page;
let tabId: number;
let looks: () => Promise<number>;
let errors: string[];
beforeAll(async () => {
  story = await startStory();
  story.site.put('/empty.html', documentOf('Nothing', ''));
});
afterAll(() => story?.end());
beforeEach(async () => {
  page = await story.open('/empty.html');
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    // The icon of a site that has none.
    if (message.type() === 'error' && !text.startsWith('Failed to load')) errors.push(text);
  });
  looks = await countLooks(page);
  tabId = await tabIdOf(story, page);
});
afterEach(() => page.close());

async function show(path: string, markup: string, type = 'text/html; charset=utf-8'): Promise<void> {
  story.site.put(path, markup, { 'content-type': type });
  await page.goto(story.site.url(path), { waitUntil: 'domcontentloaded' }).catch(() => undefined);
}
const lit = () => isTabLit(story, tabId);
const light = () => waitFor(lit, 'the light', { timeout: 20_000 });

describe('a page that never rests', () => {
  const changes = () => page.evaluate(() => (globalThis as unknown as { changes: number }).changes);

  it('is looked at twice when it changes a thousand times a second', async () => {
    await show('/restless.html', restlessDocument(listMarkup(), 'All news'));
    await pause(12_000);
    expect(await changes()).toBeGreaterThan(8000);
    expect(await looks()).toBeGreaterThanOrEqual(1);
    expect(await looks()).toBeLessThanOrEqual(2);
    expect(await lit()).toBe(false);
  });

  it('is found to be a story all the same, and looked at once', async () => {
    await show('/restless-story.html', restlessDocument(storyMarkup(STORY_TITLE), STORY_TITLE));
    await light();
    await pause(8000);
    expect(await changes()).toBeGreaterThan(5000);
    expect(await looks()).toBe(1);
  });

  it('is looked at ever more seldom when it scrolls without end', async () => {
    await show('/endless.html', endlessDocument());
    await pause(6000);
    const first = await looks();
    await pause(6000);
    expect(first).toBeLessThanOrEqual(12);
    expect((await looks()) - first).toBeLessThanOrEqual(first / 2);
    expect(await page.evaluate(() => document.querySelectorAll('ul').length)).toBeGreaterThan(20);
    expect(await lit()).toBe(false);
  });
});

describe('an odd page', () => {
  afterEach(() => expect(errors).toEqual([]));

  it('is a story that was written by a script while it was read', async () => {
    const text = JSON.stringify(storyMarkup(STORY_TITLE));
    await show('/written.html', documentOf(STORY_TITLE, `<script>document.write(${text})</script>`));
    await light();
  });

  it('is a story that was written over another document', async () => {
    const text = JSON.stringify(storyDocument());
    const late = `<script>setTimeout(() => { document.open(); document.write(${text}); document.close(); }, 2000)</script>`;
    await show('/overwritten.html', documentOf('Nothing', late));
    await light();
    expect(await looks()).toBe(2);
  });

  it('is a story in XHTML', async () => {
    const markup = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${STORY_TITLE}</title></head><body>${storyMarkup(STORY_TITLE)}</body></html>`;
    await show('/story.xhtml', markup, 'application/xhtml+xml');
    await light();
  });

  it('is a story among 100,000 elements', async () => {
    await show('/many.html', storyDocument('', `<div>${'<i>x</i>'.repeat(100_000)}</div>`));
    await light();
    expect(await looks()).toBe(1);
  });

  it('is a list of 100,000 elements', async () => {
    await show('/long-list.html', documentOf('All news', listMarkup(50_000)));
    await waitFor(async () => (await looks()) === 1, 'a look', { timeout: 20_000 });
    expect(await lit()).toBe(false);
  });

  it('is a story whose own objects throw', async () => {
    await show('/throwing.html', storyDocument('', THROWING));
    await light();
  });

  it('is a story whose forms take the names of what is harmless', async () => {
    await show(
      '/named.html',
      storyDocument('', named(['body', 'title', 'parentElement', 'location', 'id', 'localName'])),
    );
    await light();
  });

  it.each(['querySelector', 'documentElement', 'getElementsByTagName', 'head', 'createTreeWalker', 'contentType'])(
    'is left alone when a form takes the name of %s',
    async (name) => {
      await show(`/named-${name}.html`, storyDocument('', named([name])));
      await pause(1500);
      await page.evaluate(() => history.pushState(null, '', '?moved'));
      await pause(3500);
    },
  );

  it('is left alone without a root', async () => {
    await show('/rootless.html', storyDocument('', '<script>document.documentElement.remove()</script>'));
    await pause(2500);
    expect(await lit()).toBe(false);
  });

  it('is no story for one in a frame', async () => {
    story.site.put('/framed.html', storyDocument());
    const frames = [story.site.origin, story.site.otherOrigin].map(
      (origin) => `<iframe src="${origin}/framed.html"></iframe>`,
    );
    await show('/frames.html', documentOf('All news', listMarkup() + frames.join('')));
    await page.waitForFunction(() => window.length === 2);
    await pause(3000);
    expect(await looks()).toBe(1);
    expect(await lit()).toBe(false);
  });

  it('is a PDF, which is no page', async () => {
    await show('/paper.pdf', PDF, 'application/pdf');
    await pause(2500);
    expect(await lit()).toBe(false);
  });
});

it('a page that is open while the extension is updated hears and causes no more', async () => {
  await show('/app/', appDocument());
  await waitFor(async () => (await looks()) === 1, 'the first look');
  await reloadExtension(story);
  await page.evaluate((title) => {
    const { move } = globalThis as unknown as { move: (wanted: object) => Promise<void> };
    return move({ way: 'pushState', to: '/app/2026/1118/123456.html', title });
  }, STORY_TITLE);
  await pause(5000);
  expect(await looks()).toBe(1);
  expect(errors).toEqual([]);
});
