import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { root } from '../../commands/root';
import { pathOf, serve, type Served } from '../../commands/serve';
import { savedRows, savePage, startStory, storeRows, type Story } from '../chromium';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

const site = (path: string) => readFileSync(join(root, 'test', 'site', path));

/** What each picture's server wants to see: no referrer, its own site, the article. */
const WANTS: Record<string, (referrer: string, own: string, article: string) => boolean> = {
  '/plain.jpg': (referrer) => referrer === '',
  '/own.jpg': (referrer, own) => referrer === `${own}/`,
  '/article.jpg': (referrer, _, article) => referrer === article,
  '/never.jpg': () => false,
};

type Asked = { path: string; referrer: string; cookie: string | undefined; byPage: boolean };

describe('pictures on servers that look at the referrer', () => {
  let story: Story;
  let server: Served;
  let article = '';
  let release = () => {};
  const asked: Asked[] = [];
  beforeAll(async () => {
    const held = new Promise<void>((go) => (release = go));
    server = await serve(async (request, response) => {
      const path = pathOf(request);
      const { referer: referrer = '', cookie, 'sec-fetch-dest': dest } = request.headers;
      const byPage = dest === 'image';
      asked.push({ path, referrer, cookie, byPage });
      // Not for the browser's cache: what the page has must not be what we get.
      const headers = { 'cache-control': 'no-store', 'set-cookie': 'seen=1; Path=/' };
      if (path === '/article.jpg' && !byPage) await held;
      const given = byPage || WANTS[path]?.(referrer, server.origin, article);
      if (given)
        response.writeHead(200, { ...headers, 'content-type': 'image/jpeg' }).end(site('pictures/tide-clock.jpg'));
      else response.writeHead(403, headers).end('No hotlinks.');
    });
    story = await startStory();
    const paths = Object.keys(WANTS);
    const figure = (path: string) => `<figure><img src="${server.origin}${path}" width="880" height="550"></figure>`;
    let paragraph = 0;
    const markup = String(site('en/news.html'))
      .replace(/<figure[^]*?<\/figure>/g, '')
      .replace(/<\/p>/g, (end) => {
        paragraph += 1;
        return paragraph > 2 && paths.length > 0 ? end + figure(paths.shift() ?? '') : end;
      });
    story.site.put('/hotlinks.html', markup);
    article = story.site.url('/hotlinks.html');
  });
  afterAll(async () => {
    release();
    await story?.end();
    await server?.close();
  });

  it('come one after the other, as each server wants it; the count of them is shown meanwhile', async () => {
    const page = await story.open('/hotlinks.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await page.close();
    const [row] = await savedRows(story);
    const library = await story.extensionPage(`/library.html#/article/${row?.id}`);
    await library
      .locator('.picture-progress')
      .getByText(/^\d of 4 pictures$/)
      .waitFor();
    await waitFor(() => asked.some(({ path, byPage }) => path === '/article.jpg' && !byPage), 'the held picture');
    release();
    await waitFor(async () => (await storeRows(story, 'jobs')).length === 0, 'the empty queue');
    const uses = await storeRows<{ url: string; hash?: string; failed?: string }>(story, 'pictureUses');
    const became = Object.fromEntries(
      uses.map(({ url, hash, failed }) => [new URL(url).pathname, hash ? 'held' : failed]),
    );
    expect(became).toEqual({
      '/plain.jpg': 'held',
      '/own.jpg': 'held',
      '/article.jpg': 'held',
      '/never.jpg': 'refused',
    });
    // The same bytes three times.
    expect(await storeRows(story, 'pictures')).toHaveLength(1);
    await library.locator('.article-picture-missing').getByText(says('picture_refused')).waitFor();
    await waitFor(async () => (await library.locator('.picture-progress').innerText()) === '', 'the end of the count');
    await library.close();
  });

  it('are asked without cookies, with no referrer first, and no rule is left behind', async () => {
    const ours = asked.filter(({ byPage }) => !byPage);
    expect(ours.map(({ cookie }) => cookie)).toEqual(ours.map(() => undefined));
    const referrersOf = (path: string) => ours.filter((one) => one.path === path).map(({ referrer }) => referrer);
    expect(referrersOf('/plain.jpg')).toEqual(['']);
    expect(referrersOf('/own.jpg')).toEqual(['', `${server.origin}/`]);
    expect(referrersOf('/never.jpg')).toEqual(['', `${server.origin}/`, article]);
    expect(await story.lever.evaluate(() => chrome.declarativeNetRequest.getSessionRules())).toEqual([]);
  });
});
