import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { openReader, popupFor, savePage, savedRows, startStory, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

/** Each violation as one line: rule, and the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  // What fades in has its colours at the end.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => {}),
  );
  // Evaluated, not added as a script, which our pages' policy forbids.
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  const { violations: found, passes } = results as AxeResults;
  expect(passes.length).toBeGreaterThan(8);
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  );
}

const THEMES = ['light', 'dark'] as const;

describe.each(THEMES)('without barriers, in %s', (theme) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    await story.lever.evaluate((chosen) => chrome.storage.local.set({ settings: { theme: chosen } }), theme);
    page = await story.open('/zh/news.html');
  });
  afterAll(() => story?.end());

  it('is the empty popup', async () => {
    const popup = await popupFor(story, page);
    await popup.waitForTimeout(300);
    expect(await violations(popup)).toEqual([]);
    await popup.close();
  });

  it('is the popup with a saved article', async () => {
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    const popup = await popupFor(story, page);
    await popup
      .getByRole('link', { name: /青禾镇/ })
      .first()
      .waitFor();
    expect(await violations(popup)).toEqual([]);
    await popup.close();
  });

  it.each([
    ['the library', '/library.html'],
    ['the trash', '/library.html#/trash'],
    ['the options', '/options.html'],
    ['the first page', '/welcome.html'],
  ])('is %s', async (_name, path) => {
    const own = await story.extensionPage(path);
    await own.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await own.waitForTimeout(300);
    expect(await violations(own)).toEqual([]);
    await own.close();
  });

  it('is a saved article', async () => {
    const library = await story.extensionPage(`/library.html#/article/${(await savedRows(story))[0]?.id}`);
    await library.getByText('四十八盏').waitFor();
    expect(await violations(library)).toEqual([]);
    await library.close();
  });

  it('is a keyword of it with what is said about it, and the question for another name', async () => {
    const library = await story.extensionPage(`/library.html#/article/${(await savedRows(story))[0]?.id}`);
    const chip = library.locator('.label-editor').getByRole('button', { name: '书屋', exact: true });
    await chip.focus();
    await library.keyboard.press('Shift+Tab');
    await library.keyboard.press('Tab');
    await library.locator('.chip-tip:popover-open').waitFor();
    expect(await violations(library)).toEqual([]);
    await library.keyboard.press('F2');
    await library.getByRole('dialog').waitFor();
    expect(await violations(library)).toEqual([]);
    await library.close();
  });

  it('is the list of a keyword with the question for its removal, and the settings that tell of it', async () => {
    const library = await story.extensionPage('/library.html#/keyword/书屋');
    await library.getByRole('heading', { level: 1, name: '书屋' }).waitFor();
    await library.locator('.label-heading').getByText(says('list_article_count_one').replace('$1', '1')).waitFor();
    expect(await violations(library)).toEqual([]);
    await library.getByRole('button', { name: says('label_remove_all') }).click();
    const question = library.getByRole('dialog');
    await question.getByText(says('label_concerns_one').replace('$1', '1')).waitFor();
    expect(await violations(library)).toEqual([]);
    await question.getByRole('button', { name: says('label_remove_do'), exact: true }).click();
    await library.getByText(says('label_keyword_removed_all').replace('$1', '书屋')).waitFor();
    expect(await violations(library)).toEqual([]);
    await library.close();
    const options = await story.extensionPage('/options.html');
    await options.getByRole('button', { name: says('options_keyword_allow_named').replace('$1', '书屋') }).waitFor();
    expect(await violations(options)).toEqual([]);
    await options.close();
  });

  it('is the clean view', async () => {
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    await waitFor(() => view.evaluate<boolean>(`root.querySelector('.chip') !== null`), 'the keywords');
    // axe cannot look into a closed root: it gets the same markup under the same style sheets in an empty page.
    const { markup, styles } = await view.evaluate<{ markup: string; styles: string }>(`({
      markup: root.querySelector('dialog').outerHTML,
      styles: root.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\\n')).join('\\n'),
    })`);
    const copy = await story.context.newPage();
    await copy.goto(story.site.url('/made/empty.html'));
    await copy.evaluate(
      (parts) => {
        document.documentElement.lang = 'zh-CN';
        document.title = 'copy';
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(parts.styles);
        const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.innerHTML = parts.markup.replace(/ open(="")?/, '');
        root.querySelector('dialog')?.showModal();
      },
      { markup, styles },
    );
    expect(await violations(copy)).toEqual([]);
  });
});
