import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRow, Listing } from '../../../lib/article';
import { keywordLabel } from '../../../lib/search/labels';
import { popupFor, savedRows, savePage, startStory, type Story, writeRaw } from '../chromium';
import { putKeywordPage, SWANS, WALK } from '../keyword-pages';
import { says } from '../says';
import { waitFor } from '../wait-for';

const MARKUP = `<img src=x onerror="document.title='run'">`;

/** What a reader may type, or paste. */
const TYPED = [
  MARKUP,
  `"><script>document.title='run'</script>`,
  'keyword:"x',
  'say "tide" (or) -not',
  '$1 $& %00 \\n',
  'مرحبا بالعالم',
  'a'.repeat(100),
  '一二三四五六七八九十'.repeat(10),
  '👩‍👩‍👧‍👦',
];

/** What only an older version, a damaged file or another program can have written. */
const WRITTEN = ['\u202eevil\u202c', 'two\nlines', '   ', 'b'.repeat(2000)];

describe('hostile keywords', () => {
  let story: Story;
  let library: Page;
  beforeAll(async () => {
    story = await startStory();
    for (const told of [SWANS, WALK]) {
      putKeywordPage(story.site, told);
      const page = await story.open(told.path);
      expect(await savePage(story, page)).toMatchObject({ ok: true });
      await page.close();
    }
    library = await story.extensionPage('/library.html');
    await library.setViewportSize({ width: 360, height: 740 });
    await library.getByRole('link', { name: SWANS.title }).click();
    await library.locator('.chip').first().waitFor();
  });
  afterAll(() => story?.end());

  const row = async ({ title }: { title: string }) => (await savedRows(story)).find((one) => one.title === title);
  const chips = () => library.locator('.label-editor[data-kind=keyword] .chip-name');
  const titles = (page: Page) => page.locator('li.article-row a > span[dir]').allInnerTexts();
  /** Nothing ran, nothing became an element, nothing hangs over the edge. */
  async function isHarmless(page: Page): Promise<void> {
    expect(await page.title()).not.toBe('run');
    expect(await page.locator('img[src=x]').count()).toBe(0);
    const [wide, room] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth] as const;
    });
    expect(wide).toBeLessThanOrEqual(room);
  }

  it('are shown as the text that they are', async () => {
    const field = library.getByRole('combobox', { name: says('label_keyword_add') });
    for (const [place, name] of TYPED.entries()) {
      await field.fill(name);
      await field.press('Enter');
      await waitFor(async () => (await field.inputValue()) === '', name);
      expect((await row(SWANS))?.keywords[0], `${place}`).toBe(name.normalize('NFKC'));
    }
    for (const name of TYPED) expect(await chips().allTextContents()).toContain(name.normalize('NFKC'));
    await isHarmless(library);
  });

  it.each(TYPED)('find what has them: %s', async (name) => {
    await chips().getByText(name, { exact: true }).click();
    await library.getByRole('heading', { level: 1 }).getByText(name, { exact: true }).waitFor();
    await waitFor(async () => (await titles(library)).join() === SWANS.title, 'its article');
    await isHarmless(library);
    await library.reload();
    await waitFor(async () => (await titles(library)).join() === SWANS.title, 'its article again');
    await library.getByRole('link', { name: SWANS.title }).click();
    await chips().first().waitFor();
  });

  it('are renamed to each other and removed like any', async () => {
    const second = chips().getByText(TYPED[2] ?? '', { exact: true });
    await second.focus();
    await library.keyboard.press('F2');
    await library.getByRole('textbox', { name: says('label_rename_name') }).fill(MARKUP);
    await library.getByText(says('label_rename_merges').replace('$1', MARKUP)).waitFor();
    await library.keyboard.press('Enter');
    await second.waitFor({ state: 'detached' });
    const merged = chips().getByText(MARKUP, { exact: true });
    await merged.focus();
    await library.keyboard.press('Delete');
    await merged.waitFor({ state: 'detached' });
    await isHarmless(library);
    const options = await story.extensionPage('/options.html');
    await options.setViewportSize({ width: 360, height: 740 });
    await options
      .getByRole('button', { name: says('options_keyword_allow_named').replace('$1', MARKUP), exact: true })
      .click();
    await isHarmless(options);
    await options.close();
  });

  it('cannot break a row where others wrote them', async () => {
    const walk = (await row(WALK)) as ArticleRow;
    const others = (walk.listed ?? []).filter(([label]) => !label.startsWith('keyword:'));
    const listed: Listing[] = WRITTEN.map((term) => [keywordLabel(term), walk.state, walk.savedAt]);
    await writeRaw(story, 'articles', { put: [{ ...walk, keywords: WRITTEN, listed: [...others, ...listed] }] });
    const page = await story.open(WALK.path);
    const popup = await popupFor(story, page);
    await popup.setViewportSize({ width: 400, height: 600 });
    const own = popup.locator('li.article-row', { hasText: WALK.title });
    await own.waitFor();
    const line = await own.locator('.article-row-keywords').boundingBox();
    expect(line?.height).toBe(24);
    await own.locator('.article-row-keywords button').first().click();
    await waitFor(async () => (await titles(popup)).join() === WALK.title, 'its article');
    await isHarmless(popup);
    await popup.close();
    await library.evaluate((id) => (location.hash = `#/article/${id}`), walk.id);
    await library.getByRole('heading', { level: 1, name: WALK.title }).waitFor();
    await chips().first().waitFor();
    await isHarmless(library);
    expect(await chips().count()).toBe(WRITTEN.length);
  });
});
