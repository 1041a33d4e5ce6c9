import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openReader, popupFor, savePage, savedRows, startStory, stopWorker, storeRows, type Story } from '../chromium';
import { CHINESE, ENGLISH, type PagedStory } from '../paged-stories';
import { readerView, type ReaderView } from '../reader-view';
import { type Recorder, startRecorder } from '../recorder';
import { says } from '../says';
import { waitFor } from '../wait-for';

const words = (story: PagedStory, page: number) => (story.pages[page - 1]?.at(-1) ?? '').trim().slice(0, 24);
const count = (text: string, part: string) => text.split(part).length - 1;
const filled = (key: Parameters<typeof says>[0], ...values: (string | number)[]) =>
  values.reduce<string>((text, value, index) => text.replace(`$${index + 1}`, String(value)), says(key));

/** Chromium asks these for updates and for its own account, with any extension and with none. */
const BROWSERS_OWN = /^(http:\/\/)?[a-z]+\.(google|googleapis|gvt1)\.com[:/]/;

describe('an article in pages', () => {
  let story: Story;
  let recorder: Recorder;
  let page: Page;
  let view: ReaderView;
  beforeAll(async () => {
    recorder = await startRecorder();
    story = await startStory({ proxy: recorder.server });
  });
  afterAll(async () => {
    await story?.end();
    recorder?.close();
  });
  afterEach(() => page?.close());

  const read = async (path: string) => {
    page = await story.open(path);
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    view = await readerView(page);
    await view.waitUntilOpen();
  };
  /** Further pages do not come until the function that is returned is called. */
  const holdPages = () => {
    const held: (() => void)[] = [];
    story.site.hold = () => new Promise((go) => held.push(go));
    return () => {
      delete story.site.hold;
      for (const go of held) go();
    };
  };
  const waitForText = (part: string) => waitFor(async () => (await view.text()).includes(part), part);
  const savedText = async (title: string) => {
    // The latest: pages of several addresses have one title.
    const row = (await savedRows(story)).findLast((one) => one.title === title);
    const texts = await storeRows<{ docNo: number; text: string }>(story, 'texts');
    return texts.find(({ docNo }) => docNo === row?.docNo)?.text ?? '';
  };

  it.each([
    ['Chinese', '/paged/zh.html', CHINESE],
    ['English', '/paged/en.html', ENGLISH],
    ['GBK', '/paged/gbk.html', CHINESE],
  ])('is read whole, once and in order: %s', async (_, path, of) => {
    await read(path);
    await waitForText(filled('paged_all', 3));
    const text = await view.text();
    const places = of.pages
      .flatMap((paragraphs) => paragraphs.filter((one) => !one.startsWith('*')))
      .map((one) => text.indexOf(one.trim().slice(0, 20)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(count(text, of.lead)).toBe(1);
    expect(count(text, of.title)).toBe(1);
    expect(text).not.toContain(of.next);
    const shown = `[...root.querySelectorAll('article img')].map((image) => image.naturalWidth > 0 && image.src.split('/').at(-1))`;
    const wanted = [
      'story-hour.jpg',
      ...of.pages
        .flat()
        .filter((one) => one.startsWith('*'))
        .map((one) => `${one.slice(1)}.jpg`),
    ];
    await waitFor(async () => JSON.stringify(await view.evaluate(shown)) === JSON.stringify(wanted), 'the pictures');
  });

  it('leaves what is read where it is while pages come in', async () => {
    page = await story.open('/paged/en.html');
    const letGo = holdPages();
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    view = await readerView(page);
    await waitForText(filled('paged_loading_of', 2, 3));
    const scroller = `root.querySelector('dialog')`;
    const last = `root.querySelector('.article-body > :last-child').getBoundingClientRect().bottom`;
    await view.evaluate(`${scroller}.scrollTo(0, 1e6)`);
    const before = await view.evaluate<number[]>(
      `[${scroller}.scrollTop, root.querySelector('.article-body p:last-of-type').getBoundingClientRect().top]`,
    );
    letGo();
    await waitForText(filled('paged_all', 3));
    expect(await view.evaluate<number>(last)).toBeGreaterThan(1000);
    expect(
      await view.evaluate<number[]>(
        `[${scroller}.scrollTop, root.querySelector('.article-body p:last-of-type').getBoundingClientRect().top]`,
      ),
    ).toEqual(before);
  });

  it('asks for nothing but its own pages and pictures, and for each page once', async () => {
    const already = recorder.requests.length;
    await read('/paged/zh.html');
    await waitForText(filled('paged_all', 3));
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    await view.waitUntilOpen();
    await waitForText(filled('paged_all', 3));
    const asked = recorder.requests.slice(already).filter((url) => !BROWSERS_OWN.test(url));
    const strange = asked.filter((url) => !/\/(paged\/zh(_[23])?\.html|pictures\/[\w-]+\.jpg|favicon\.ico)$/.test(url));
    expect(strange).toEqual([]);
    expect(asked.filter((url) => /zh_[23]/.test(url))).toHaveLength(2);
  });

  it('is read on a page that forbids all requests, which receives no report more', async () => {
    await read('/paged/strict.html');
    await waitForText(filled('paged_all', 3));
    await waitForText(words(ENGLISH, 3));
    const shown = `[...root.querySelectorAll('article img')].filter((image) => image.naturalWidth > 0).length`;
    await waitFor(async () => (await view.evaluate<number>(shown)) === 3, 'the pictures');
    await page.waitForTimeout(800);
    // What the page's own markup is reported for, its first load and no more: handlers, pictures.
    const bare = story.site.reports.length;
    await page.close();
    page = await story.open('/paged/strict.html');
    await page.waitForTimeout(800);
    expect(bare).toBeGreaterThan(0);
    expect(story.site.reports.length - bare).toBe(bare);
  });

  it('names the page that fails, keeps the rest, and goes on when asked again', async () => {
    await read('/paged/fails.html');
    await waitForText(filled('paged_failed', 3, says('paged_why_server'), 2));
    expect(await view.text()).toContain(words(ENGLISH, 2));
    expect(await view.text()).toContain(filled('paged_open', 3));
    await view.clickButton(says('reader_try_again'));
    await waitForText(filled('paged_all', 3));
    expect(count(await view.text(), words(ENGLISH, 2))).toBe(1);
    await waitForText(words(ENGLISH, 3));
  });

  it.each([
    ['a login', '/paged/login.html', 'paged_why_signIn'],
    ['another article', '/paged/other.html', 'paged_why_other'],
    ['another site', '/paged/away.html', 'paged_why_elsewhere'],
  ] as const)('stops at %s and says so', async (_, path, why) => {
    await read(path);
    await waitForText(filled('paged_failed', 2, says(why), 1));
    const text = await view.text();
    expect(text).toContain(words(ENGLISH, 1));
    expect(text).not.toMatch(/bakery|membership card/);
  });

  it('lets what a page repeats be put back where it stood', async () => {
    await read('/paged/zh.html');
    await waitForText(filled('paged_all', 3));
    await view.click('.article-removed > summary');
    const row = `[...root.querySelectorAll('.article-removed li')].find((one) => one.innerText.includes('${CHINESE.lead}'))`;
    await waitFor(() => view.evaluate<boolean>(`!!${row}`), 'the list');
    await view.evaluate(`${row}.setAttribute('data-here', '')`);
    await view.click('li[data-here] > button');
    const text = () => view.evaluate<string>(`root.querySelector('.article-body').innerText`);
    await waitFor(async () => count(await text(), CHINESE.lead) === 2, 'the part in the article');
    const places = [words(CHINESE, 1), CHINESE.lead, '第二本日记里'].map(async (part) =>
      (await text()).lastIndexOf(part),
    );
    const [end = 0, lead = 0, start = 0] = await Promise.all(places);
    expect(end).toBeLessThan(lead);
    expect(lead).toBeLessThan(start);
  });

  it('ends where the pages lead in a circle', async () => {
    await read('/paged/cycle.html');
    await waitForText(filled('paged_all', 2));
    expect(count(await view.text(), words(ENGLISH, 1))).toBe(1);
  });

  it('is read with the visitor’s own cookies', async () => {
    await read('/paged/members.html');
    await waitForText(filled('paged_all', 3));
  });

  it('is saved whole from the popup without being opened, and found by its last page', async () => {
    page = await story.open('/paged/zh.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'created' } });
    const text = await savedText(CHINESE.title);
    for (const number of [1, 2, 3]) expect(count(text, words(CHINESE, number))).toBe(1);
    const popup = await popupFor(story, page);
    await popup.locator('input[type=search]').fill('一共慢了六分零四秒');
    await popup.getByRole('link', { name: CHINESE.title }).first().waitFor();
    await popup.close();
  });

  it('is saved from the popup as far as it could be had, and says so', async () => {
    page = await story.open('/paged/login.html');
    const popup = await popupFor(story, page);
    await popup.getByRole('button', { name: says('popup_save'), exact: true }).click();
    await popup
      .getByRole('alert')
      .getByText(filled('popup_lacking_page', 2, 1))
      .waitFor();
    await popup.getByText(says('popup_saved_now')).waitFor();
    const row = (await savedRows(story)).find(({ url }) => url === page.url());
    const texts = await storeRows<{ docNo: number; text: string }>(story, 'texts');
    expect(texts.find(({ docNo }) => docNo === row?.docNo)?.text).toContain(words(ENGLISH, 1));
    await popup.close();
  });

  it('is saved whole by a save that comes while pages are on their way', async () => {
    page = await story.open('/paged/en.html');
    const letGo = holdPages();
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    view = await readerView(page);
    await waitForText(filled('paged_loading_of', 2, 3));
    await view.clickButton(says('reader_save'));
    await waitForText(says('reader_saving'));
    letGo();
    await waitForText(says('reader_saved'));
    expect(await view.text()).not.toContain(says('reader_save_changes'));
    expect(await savedText(ENGLISH.title)).toContain(words(ENGLISH, 3));
    // Those of the whole article, as they were saved.
    const { keywords } = (await savedRows(story)).findLast(({ title }) => title === ENGLISH.title) ?? {};
    const chips = `[...root.querySelectorAll('.chip-name')].map((chip) => chip.textContent).join()`;
    await waitFor(async () => (await view.evaluate(chips)) === keywords?.join(), 'its keywords');
  });

  it('is saved whole though the view is left while the save still waits', async () => {
    page = await story.open('/paged/strict.html');
    const letGo = holdPages();
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    view = await readerView(page);
    await waitForText(filled('paged_loading_of', 2, 3));
    await view.clickButton(says('reader_save'));
    await waitForText(says('reader_saving'));
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    letGo();
    const isSaved = async () => (await savedRows(story)).some(({ url }) => url === page.url());
    await waitFor(isSaved, 'the save');
    const row = (await savedRows(story)).find(({ url }) => url === page.url());
    const texts = await storeRows<{ docNo: number; text: string }>(story, 'texts');
    expect(texts.find(({ docNo }) => docNo === row?.docNo)?.text).toContain(words(ENGLISH, 3));
  });

  it('goes on when the worker dies while a page is on its way', async () => {
    page = await story.open('/paged/zh.html');
    const letGo = holdPages();
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    view = await readerView(page);
    await waitForText(filled('paged_loading_of', 2, 3));
    await stopWorker(story);
    letGo();
    await waitForText(filled('paged_all', 3));
  });
});
