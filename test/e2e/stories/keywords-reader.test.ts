import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleBody } from '../../../lib/article';
import { openReader, savePage, startStory, storeRows, type Story } from '../chromium';
import { readerView, type ReaderView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

type Language = 'zh' | 'en';
type Box = { left: number; right: number; top: number; bottom: number };

const BOX = (element: string) =>
  `(({ left, right, top, bottom }) => ({ left, right, top, bottom }))(${element}.getBoundingClientRect())`;
const OPEN_TIP = `root.querySelector('.chip-tip:popover-open')`;

const tipText = (view: ReaderView) => view.evaluate<string | null>(`${OPEN_TIP}?.innerText.trim() ?? null`);
const boxes = (view: ReaderView) =>
  view.evaluate<Box[]>(`[...root.querySelectorAll('.chip')].map((one) => ${BOX('one')})`);
const names = (view: ReaderView) =>
  view.evaluate<string[]>(`[...root.querySelectorAll('.chip-name')].map((one) => one.textContent)`);

/** What each chip is to say, as the library knows where its keyword comes from. */
async function expected(story: Story, language: Language): Promise<[string, string][]> {
  const [body] = await storeRows<ArticleBody>(story, 'bodies');
  return (body?.keywords ?? []).map(({ term, origin, where }) => {
    if (origin === 'declared') return [term, says('keyword_from_declared', language)];
    return [term, says(where === 'title' ? 'keyword_from_title' : 'keyword_from_text', language)];
  });
}

describe.each([
  { language: 'zh' as const, browser: 'zh-CN', path: '/zh/news.html' },
  { language: 'en' as const, browser: 'en-US', path: '/en/news.html' },
])('the keywords over a page, in $language', ({ language, browser, path }) => {
  let story: Story;
  let page: Page;
  let view: ReaderView;
  let told: [string, string][];
  beforeAll(async () => {
    story = await startStory({ language: browser });
    page = await story.open(path);
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    told = await expected(story, language);
  });
  afterAll(() => story?.end());

  it('come after the text and move none of it', async () => {
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    view = await readerView(page);
    await view.waitUntilOpen();
    const top = () => view.evaluate<number>(`root.querySelector('.article-body').getBoundingClientRect().top`);
    const before = await top();
    await waitFor(async () => (await names(view)).length > 0, 'the chips');
    expect(await top()).toBe(before);
    expect(await names(view)).toEqual(told.map(([name]) => name));
    expect(new Set(told.map(([, origin]) => origin)).size).toBeGreaterThan(1);
  });

  it('say where they come from while they are pointed at', async () => {
    const all = await boxes(view);
    for (const [place, [name, origin]] of told.entries()) {
      const { left, top } = all[place] ?? { left: 0, top: 0 };
      await page.mouse.move(left + 12, top + 8);
      await waitFor(async () => (await tipText(view)) === origin, `${name}: ${origin}`);
    }
    await page.mouse.move(5, 500);
    await waitFor(async () => (await tipText(view)) === null, 'silence');
  });

  it('keep saying it while the pointer is on what they say', async () => {
    const [first] = await boxes(view);
    await page.mouse.move((first?.left ?? 0) + 12, (first?.top ?? 0) + 8);
    // At first the pointer passes through it, to what is behind.
    const held = `${OPEN_TIP} && getComputedStyle(${OPEN_TIP}).pointerEvents === 'auto'`;
    await waitFor(() => view.evaluate<boolean>(held), 'the tip');
    const tip = await view.evaluate<Box>(BOX(OPEN_TIP));
    await page.mouse.move(tip.left + 10, (first?.bottom ?? 0) + 3, { steps: 4 });
    await page.mouse.move(tip.left + 10, tip.top + 8, { steps: 4 });
    expect(await tipText(view)).not.toBeNull();
    await page.mouse.move(5, 500);
  });

  it('are reached one by one with the Tab key, and say it then, also to a screen reader', async () => {
    await view.evaluate(`root.querySelector('.bar-save').focus()`);
    for (const [name, origin] of told) {
      await page.keyboard.press('Tab');
      const focused = `root.activeElement`;
      expect(await view.evaluate(`${focused}.textContent`)).toBe(name);
      expect(await tipText(view)).toBe(origin);
      const described = `root.getElementById(${focused}.getAttribute('aria-describedby')).textContent`;
      expect(await view.evaluate<string>(described)).toContain(origin);
    }
  });

  it('can be read and nothing else', async () => {
    expect(
      await view.evaluate(`root.querySelector('.article-keywords input, .article-keywords [contenteditable]')`),
    ).toBe(null);
    const all = await names(view);
    await view.click('.chip-name');
    expect([await view.isOpen(), await names(view)]).toEqual([true, all]);
  });

  it('say it to a finger, which cannot point', async () => {
    const [first] = await boxes(view);
    const point = { x: (first?.left ?? 0) + 12, y: (first?.top ?? 0) + 8 };
    const hand = await page.context().newCDPSession(page);
    await hand.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const tap = async () => {
      await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
      await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await page.mouse.move(5, 500);
    await waitFor(async () => (await tipText(view)) === null, 'silence');
    await tap();
    await waitFor(async () => (await tipText(view)) === told[0]?.[1], 'its origin');
    await tap();
    await waitFor(async () => (await tipText(view)) === null, 'silence again');
    await hand.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  });

  it.each([320, 360])('stay in view at %i px, each with its word', async (width) => {
    await page.setViewportSize({ width, height: 640 });
    await view.evaluate(`root.querySelector('.bar-save').focus()`);
    for (const [name] of told) {
      await page.keyboard.press('Tab');
      const chip = await view.evaluate<Box>(BOX('root.activeElement'));
      const tip = await view.evaluate<Box>(BOX(OPEN_TIP));
      for (const { left, right } of [chip, tip]) expect([left >= 0, right <= width], name).toEqual([true, true]);
    }
    expect(await view.evaluate(`root.querySelector('dialog').scrollWidth`)).toBeLessThanOrEqual(width);
    await page.setViewportSize({ width: 1000, height: 760 });
  });

  it('leave Esc to the view, and nothing behind for the page', async () => {
    expect(await view.evaluate(`root.activeElement.className`)).toBe('chip-name');
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ key, defaultPrevented }) => {
        document.title = `${key} ${String(defaultPrevented)}`;
      });
    });
    await page.keyboard.press('Escape');
    await waitFor(async () => (await page.title()) === 'Escape false', 'the page’s own Esc');
  });
});
