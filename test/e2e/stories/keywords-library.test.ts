import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, popupFor, savedRows, savePage, startStory, storeRows, type Story } from '../chromium';
import { COMMON, LESSON, putKeywordPage, SWANS, WALK } from '../keyword-pages';
import { readerView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

const zh = (key: Parameters<typeof says>[0], ...values: string[]) =>
  values.reduce((text, value, place) => text.replace(`$${place + 1}`, value), says(key, 'zh'));

describe('keywords in the library', () => {
  let story: Story;
  let library: Page;
  beforeAll(async () => {
    story = await startStory({ language: 'zh-CN' });
    for (const told of [SWANS, WALK, LESSON]) putKeywordPage(story.site, told);
    for (const { path } of [SWANS, WALK]) await save(path);
    library = await story.extensionPage('/library.html');
    await library.getByRole('link', { name: SWANS.title }).click();
    await chip('天鹅').waitFor();
  });
  afterAll(() => story?.end());

  const save = async (path: string) => {
    const page = await story.open(path);
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await page.close();
  };
  const keywordsOf = async ({ title }: { title: string }) =>
    (await savedRows(story)).find((row) => row.title === title)?.keywords ?? [];
  const editor = () => library.locator('.label-editor[data-kind=keyword]');
  const chip = (name: string) => editor().getByRole('button', { name, exact: true });
  const field = () => library.getByRole('combobox', { name: zh('label_keyword_add') });
  const shown = () => editor().locator('.chip-name').allInnerTexts();
  const focused = () => library.evaluate(() => document.activeElement?.textContent ?? '');
  const action = (key: Parameters<typeof says>[0]) =>
    library.locator(':popover-open').getByRole('button', { name: zh(key) });
  const tip = () => library.evaluate(() => document.querySelector<HTMLElement>(':popover-open')?.innerText ?? '');
  const toast = () => library.locator('.toast');
  const undo = () =>
    toast()
      .getByRole('button', { name: zh('list_undo'), exact: true })
      .click();
  const titles = (page: Page) => page.locator('li.article-row a > span[dir]').allInnerTexts();
  const dialog = () => library.getByRole('dialog');
  const newName = () => dialog().getByRole('textbox', { name: zh('label_rename_name') });
  const rename = async (to: string) => {
    await newName().fill(to);
    await library.keyboard.press('Enter');
  };
  const shows = (wanted: string[]) =>
    waitFor(async () => (await titles(library)).toSorted().join() === wanted.toSorted().join(), wanted.join());

  it('tell where they come from, to the pointer and to the keyboard', async () => {
    await chip('天鹅').hover();
    await waitFor(async () => (await tip()).includes(zh('keyword_from_declared')), 'the page’s own');
    await library.mouse.move(5, 600);
    await chip(COMMON).focus();
    await library.keyboard.press('Shift+Tab');
    await library.keyboard.press('Tab');
    await waitFor(async () => (await tip()).includes(zh('keyword_from_declared')), 'the same at a key');
    await library.keyboard.press('Escape');
    expect(await tip()).toBe('');
    // The tip is gone, the article is not.
    await chip('天鹅').waitFor();
  });

  it('are added by hand, with those in use to choose from', async () => {
    await field().fill('木');
    await waitFor(
      async () =>
        (
          await editor()
            .locator('datalist option')
            .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
        ).includes('木栈道'),
      'the known one',
    );
    await field().fill('冬天的客人');
    await field().press('Enter');
    await chip('冬天的客人').waitFor();
    expect(await field().inputValue()).toBe('');
    expect((await keywordsOf(SWANS))[0]).toBe('冬天的客人');
    await chip('冬天的客人').hover();
    await waitFor(async () => (await tip()).includes(zh('keyword_from_user')), 'whose it is');
  });

  it('are refused where they cannot be one or are there already, and nothing typed is lost', async () => {
    for (const [typed, said] of [
      ['\u200b', 'label_keyword_refused'],
      ['冬天的客人', 'label_keyword_there'],
    ] as const) {
      await field().fill(typed);
      await field().press('Enter');
      await editor()
        .getByRole('alert')
        .filter({ hasText: zh(said) })
        .waitFor();
      expect(await field().inputValue()).toBe(typed);
    }
    await field().fill('');
  });

  it('are removed by a key, the focus goes to the next one, and all comes back where it was', async () => {
    const before = await shown();
    const next = before[before.indexOf('天鹅') + 1] ?? '';
    await chip('天鹅').focus();
    await library.keyboard.press('Delete');
    await chip('天鹅').waitFor({ state: 'detached' });
    expect(await focused()).toContain(next);
    await toast().getByText(zh('label_keyword_removed', '天鹅')).waitFor();
    await undo();
    await waitFor(async () => (await shown()).join() === before.join(), 'the list as it was');
    expect((await storeRows<{ removed?: true }>(story, 'termPrefs')).filter(({ removed }) => removed)).toEqual([]);
  });

  it('are removed with the mouse, if wanted only this time, also from the list', async () => {
    await chip('护鸟员').hover();
    await editor()
      .getByRole('button', { name: zh('label_keyword_remove', '护鸟员') })
      .click();
    await chip('护鸟员').waitFor({ state: 'detached' });
    await library.getByRole('button', { name: zh('library_back') }).click();
    await shows([SWANS.title, WALK.title]);
    await toast()
      .getByRole('button', { name: zh('label_only_here') })
      .click();
    await toast().getByText(zh('label_only_here_done', '护鸟员')).waitFor();
    expect((await storeRows<{ removed?: true }>(story, 'termPrefs')).filter(({ removed }) => removed)).toEqual([]);
    expect(await keywordsOf(SWANS)).not.toContain('护鸟员');
    await library.getByRole('link', { name: SWANS.title }).click();
    await chip('天鹅').waitFor();
  });

  it('show a finger where they come from and what can be done with them', async () => {
    const hand = await library.context().newCDPSession(library);
    await hand.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const tap = async (on: Locator) => {
      const { x = 0, y = 0 } = (await on.boundingBox()) ?? {};
      await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 12, y: y + 8 }] });
      await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await tap(chip('天鹅'));
    await waitFor(async () => (await tip()).includes(zh('keyword_from_declared')), 'its origin');
    // Half faded in, it lets the finger through.
    const opacity = () => library.locator('.chip-tip:popover-open').evaluate((one) => getComputedStyle(one).opacity);
    await waitFor(async () => (await opacity()) === '1', 'the tip to stand');
    await tap(action('label_rename'));
    await newName().waitFor();
    await library.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await hand.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  });

  it('stay as they were made when the page is saved again, longer', async () => {
    putKeywordPage(story.site, SWANS, [
      '傍晚又来了六只天鹅，护鸟员老魏在本子上添了一行，北塘湿地这一天一共记下十七只。',
    ]);
    await save(SWANS.path);
    await waitFor(async () => (await storeRows(story, 'versions')).length === 1, 'the earlier version');
    expect((await keywordsOf(SWANS))[0]).toBe('冬天的客人');
    expect(await keywordsOf(SWANS)).not.toContain('护鸟员');
  });

  it('are not given to articles saved later, once removed', async () => {
    await chip(COMMON).focus();
    await library.keyboard.press('Backspace');
    await chip(COMMON).waitFor({ state: 'detached' });
    expect(await keywordsOf(WALK)).toContain(COMMON);
    await save(LESSON.path);
    expect(await keywordsOf(LESSON)).toContain('自然课');
    expect(await keywordsOf(LESSON)).not.toContain(COMMON);
    const page = await story.open(LESSON.path);
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    const overPage = () =>
      view.evaluate<string[]>(`[...root.querySelectorAll('.chip-name')].map((one) => one.textContent)`);
    await waitFor(async () => (await overPage()).includes('自然课'), 'the chips over the page');
    expect(await overPage()).not.toContain(COMMON);
    await page.close();
    await library.bringToFront();
    await undo();
    await chip(COMMON).waitFor();
  });

  it('lead to the articles that have them, under a heading', async () => {
    await chip(COMMON).click();
    await library.getByRole('heading', { level: 1, name: COMMON }).waitFor();
    await shows([SWANS.title, WALK.title]);
    await library.locator('.label-heading').getByText(zh('list_article_count_other', '2')).waitFor();
  });

  it('stand in the rows, and a row of the popup leads to all that have one', async () => {
    const row = library.locator('li.article-row', { hasText: WALK.title });
    expect(await row.locator('.article-row-keywords button').allInnerTexts()).toContain('木栈道');
    const page = await story.open('/keywords/lesson.html');
    const popup = await popupFor(story, page);
    await popup
      .locator('li.article-row', { hasText: SWANS.title })
      .getByRole('button', { name: COMMON, exact: true })
      .click();
    await waitFor(async () => (await titles(popup)).length === 2, 'two in the popup');
    await popup.getByRole('button', { name: zh('list_keyword_clear', COMMON) }).click();
    await waitFor(async () => (await titles(popup)).length === 3, 'all of them again');
    await popup.close();
    await page.close();
  });

  it('are renamed everywhere, the trash included, and back', async () => {
    await library.getByRole('link', { name: WALK.title }).hover();
    await library.getByRole('button', { name: zh('list_remove_named', WALK.title) }).click();
    await shows([SWANS.title]);
    await library.getByRole('button', { name: zh('label_rename') }).click();
    await dialog()
      .getByText(zh('label_concerns_trash_other', '2', '1'))
      .waitFor();
    await rename('北塘');
    await library.getByRole('heading', { level: 1, name: '北塘', exact: false }).waitFor();
    await waitFor(async () => (await keywordsOf(WALK)).includes('北塘'), 'the one in the trash');
    expect(await keywordsOf(SWANS)).toContain('北塘');
    await undo();
    await library.getByRole('heading', { level: 1, name: COMMON }).waitFor();
    await shows([SWANS.title]);
    expect([await keywordsOf(SWANS), await keywordsOf(WALK)].map((all) => all.includes(COMMON))).toEqual([true, true]);
  });

  it('become one with another of that name, after saying so', async () => {
    await library.getByRole('link', { name: SWANS.title }).click();
    await chip('冬天的客人').hover();
    await action('label_rename').click();
    await newName().fill('天鹅');
    await dialog().getByText(zh('label_rename_merges', '天鹅')).waitFor();
    await library.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await shown()).toContain('冬天的客人');
    await library.keyboard.press('F2');
    await newName().fill('天鹅');
    await dialog().getByText(zh('label_rename_merges', '天鹅')).waitFor();
    await library.keyboard.press('Enter');
    await chip('冬天的客人').waitFor({ state: 'detached' });
    await waitFor(async () => (await focused()).includes('天鹅'), 'the focus on the new name');
    expect((await shown()).filter((name) => name === '天鹅')).toEqual(['天鹅']);
  });

  it('are removed from all articles after a question, and come back', async () => {
    await chip(COMMON).click();
    await shows([SWANS.title]);
    await library.getByRole('button', { name: zh('label_remove_all') }).click();
    await dialog()
      .getByRole('button', { name: zh('label_cancel') })
      .click();
    expect(await keywordsOf(SWANS)).toContain(COMMON);
    await library.getByRole('button', { name: zh('label_remove_all') }).click();
    await dialog()
      .getByRole('button', { name: zh('label_remove_do'), exact: true })
      .click();
    await waitFor(async () => !(await keywordsOf(WALK)).includes(COMMON), 'none to have it');
    await shows([SWANS.title, LESSON.title]);
    await undo();
    await waitFor(async () => (await keywordsOf(WALK)).includes(COMMON), 'the way back');
    expect(await keywordsOf(SWANS)).toContain(COMMON);
  });

  it('are listed in the settings when they were removed or renamed, with the way back', async () => {
    await library.getByRole('link', { name: LESSON.title }).click();
    await chip('自然课').focus();
    await library.keyboard.press('Delete');
    await chip('自然课').waitFor({ state: 'detached' });
    const options = await story.extensionPage('/options.html');
    await options.getByText('冬天的客人').waitFor();
    await options.getByRole('button', { name: zh('options_keyword_forget_named', '冬天的客人', '天鹅') }).click();
    await options.getByRole('button', { name: zh('options_keyword_allow_named', '自然课') }).click();
    await options.getByText(zh('options_keywords_none')).waitFor();
    expect(await options.evaluate(() => document.activeElement?.textContent)).toBe(zh('options_keywords_none'));
    await options.close();
    await save(LESSON.path);
    // It was taken from this article; only later ones may have it again.
    expect(await keywordsOf(LESSON)).not.toContain('自然课');
  });
});
