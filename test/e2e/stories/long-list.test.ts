import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedRows, savePage, startStory, type Story, writeRaw } from '../chromium';
import { says } from '../says';
import { waitFor } from '../wait-for';

const COUNT = 3000;
const title = (n: number) => `第${n}篇`;

/** Places of the rows in view, and what is drawn. */
const inView = (page: Page) =>
  page.evaluate(() => {
    const rows = Array.from(document.querySelectorAll<HTMLElement>('li.article-row'));
    const seen = rows.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 120 && top < innerHeight;
    });
    const [first] = seen;
    return {
      drawn: rows.length,
      whole: seen.length > 2 && seen.every((row) => row.dataset['id'] !== undefined),
      first: Number(first?.dataset['place']),
      last: Number(seen.at(-1)?.dataset['place']),
      id: first?.dataset['id'] ?? '',
      top: first?.getBoundingClientRect().top ?? 0,
      ofAll: first?.ariaSetSize,
    };
  });

const scrollTo = (page: Page, part: number) =>
  page.evaluate((part) => window.scrollTo({ top: document.body.scrollHeight * part, behavior: 'instant' }), part);

const settled = (page: Page) => waitFor(async () => (await inView(page)).whole && inView(page), 'rows in view');

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('li')?.dataset['place'] ?? '');

describe('a library of thousands', () => {
  let story: Story;
  let library: Page;
  beforeAll(async () => {
    story = await startStory();
    const page = await story.open('/zh/news.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await page.close();
    const [model] = await savedRows(story);
    if (!model) throw new Error('Nothing was saved.');
    const put = Array.from({ length: COUNT - 1 }, (_, n) => {
      const savedAt = model.savedAt - (n + 1) * 60_000;
      const listed = model.listed?.map(([label, state]) => [label, state, savedAt]);
      const id = `00${String(n).padStart(24, '0')}`;
      return { ...model, id, docNo: n + 1000, title: title(n + 1), savedAt, listed };
    });
    await writeRaw(story, 'articles', { put });
    library = await story.extensionPage('/library.html');
    await library.bringToFront();
    await library.getByText(says('list_article_count_other').replace('$1', '3,000')).waitFor();
  });
  afterAll(() => story?.end());

  it('shows rows wherever it is scrolled to, and draws no others', async () => {
    for (const part of [0.5, 1, 0.3, 0]) {
      await scrollTo(library, part);
      const { first, last, drawn, ofAll } = await settled(library);
      expect(first / COUNT).toBeCloseTo(part, 1);
      expect(drawn).toBeLessThan(100);
      expect(ofAll).toBe('3000');
      if (part === 1) expect(last).toBe(COUNT - 1);
    }
  });

  it('walks to its ends by keys, and takes the focus along', async () => {
    await library.locator('input[type=search]').focus();
    await library.keyboard.press('ArrowDown');
    for (const [key, place] of [
      ['End', COUNT - 1],
      ['ArrowUp', COUNT - 2],
      ['Home', 0],
      ['ArrowDown', 1],
    ] as const) {
      await library.keyboard.press(key);
      await waitFor(async () => (await focused(library)) === String(place), `${key} at ${place}`);
    }
    await library.keyboard.press('PageDown');
    await waitFor(async () => Number(await focused(library)) > 3, 'a page further down');
  });

  it('keeps the keys in the list when the focused row goes out of view', async () => {
    await library.keyboard.press('Home');
    await scrollTo(library, 0.5);
    await settled(library);
    await library.keyboard.press('ArrowDown');
    await waitFor(async () => (await focused(library)) === '1', 'the row after the one that was left');
  });

  it('stays where it is while another page changes what is above', async () => {
    await scrollTo(library, 0.6);
    const before = await settled(library);
    const popup = await story.extensionPage('/popup.html');
    await popup.locator('li[data-place="1"] > a').focus();
    await popup.keyboard.press('Delete');
    await library.bringToFront();
    await library.getByText(says('list_article_count_other').replace('$1', '2,999')).waitFor();
    const after = await settled(library);
    expect([after.id, Math.round(after.top)]).toEqual([before.id, Math.round(before.top)]);
    await waitFor(async () => (await inView(library)).first === before.first - 1, 'one place higher');
    await popup.close();
  });

  it('moves the focus to the neighbour of a row that is removed', async () => {
    await library.keyboard.press('Home');
    await library.locator('input[type=search]').focus();
    await library.keyboard.press('ArrowDown');
    await waitFor(async () => (await focused(library)) === '0', 'the first row');
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('Delete');
    await waitFor(async () => (await savedRows(story)).filter(({ state }) => state === 'trash').length === 2, 'trash');
    await waitFor(async () => (await focused(library)) === '1', 'the row that follows');
  });

  it('chooses all, also those that were never seen', async () => {
    await library.getByRole('button', { name: says('library_select'), exact: true }).click();
    await library.getByRole('button', { name: says('library_select_all_other').replace('$1', '2,998') }).click();
    const bar = library.getByRole('group', { name: says('library_selection') });
    await bar.getByText(says('library_selected_other').replace('$1', '2,998')).waitFor();
    await scrollTo(library, 0.9);
    await settled(library);
    expect(await library.getByRole('checkbox').first().isChecked()).toBe(true);
  });
});
