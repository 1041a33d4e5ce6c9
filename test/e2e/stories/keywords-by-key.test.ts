import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedRows, savePage, startStory, type Story } from '../chromium';
import { says } from '../says';
import { waitFor } from '../wait-for';

const TITLE = 'The harbour town that reset its clocks to the tide';
const KEYWORD = 'Marrow Quay';

/** No mouse, no click, no focus but by keys, in English. */
describe('keywords by the keyboard alone', () => {
  let story: Story;
  let library: Page;
  beforeAll(async () => {
    story = await startStory();
    const page = await story.open('/en/news.html');
    expect(await savePage(story, page)).toMatchObject({ ok: true });
    await page.close();
    library = await story.extensionPage('/library.html');
    await library.getByRole('link', { name: TITLE }).waitFor();
  });
  afterAll(() => story?.end());

  const keywords = async () => (await savedRows(story))[0]?.keywords ?? [];
  const press = (...keys: string[]) =>
    keys.reduce((all, key) => all.then(() => library.keyboard.press(key)), Promise.resolve());
  const focused = () =>
    library.evaluate(() => {
      const { activeElement: one } = document;
      return (one?.getAttribute('aria-label') ?? one?.textContent ?? '').trim();
    });
  /** By Tab, as far as the element of this name. */
  async function tabTo(name: string, key = 'Tab'): Promise<void> {
    for (let stops = 0; stops < 60; stops++) {
      if ((await focused()) === name) return;
      await press(key);
    }
    throw new Error(`Tab does not lead to “${name}”.`);
  }

  it('reaches them from the list, and adds one', async () => {
    await press('ArrowDown', 'Enter');
    await library.locator('.label-editor .chip').first().waitFor();
    await tabTo(KEYWORD);
    await tabTo(says('label_keyword_add'));
    await library.keyboard.type('clocks');
    await press('Enter');
    await waitFor(async () => (await keywords())[0] === 'clocks', 'the added one');
    // What is typed goes first, then the article.
    await library.keyboard.type('not this');
    await press('Escape');
    expect(await library.locator('.label-editor[data-kind=keyword] input').inputValue()).toBe('');
    expect(await focused()).toBe(says('label_keyword_add'));
  });

  it('removes one and takes that back', async () => {
    await tabTo(KEYWORD, 'Shift+Tab');
    await press('Delete');
    await waitFor(async () => !(await keywords()).includes(KEYWORD), 'it to go');
    await tabTo(says('list_undo'));
    await press('Enter');
    await waitFor(async () => (await keywords()).includes(KEYWORD), 'it to come back');
  });

  it('renames one, and stands on its new name', async () => {
    await tabTo('clocks');
    await press('F2');
    await library.getByRole('dialog').waitFor();
    await waitFor(async () => (await library.evaluate(() => document.activeElement?.tagName)) === 'INPUT', 'the field');
    await library.keyboard.type('church clocks');
    await press('Enter');
    await waitFor(async () => (await keywords())[0] === 'church clocks', 'the new name');
    await waitFor(async () => (await focused()) === 'church clocks', 'the focus');
  });

  it('goes to all that have it and back to all there are', async () => {
    await press('Enter');
    await library.getByRole('heading', { level: 1, name: 'church clocks' }).waitFor();
    await library.getByRole('link', { name: TITLE }).waitFor();
    await tabTo(says('label_clear'), 'Shift+Tab');
    await press('Enter');
    await library.getByRole('heading', { level: 1, name: 'church clocks' }).waitFor({ state: 'detached' });
    await press('Tab');
    await tabTo('church clocks');
    await press('Enter');
    await library.getByRole('heading', { level: 1, name: 'church clocks' }).waitFor();
    await tabTo(says('label_rename'), 'Shift+Tab');
    await press('Enter');
    await waitFor(async () => (await library.evaluate(() => document.activeElement?.tagName)) === 'INPUT', 'the field');
    await library.keyboard.type('tower clocks');
    await press('Enter');
    await library.getByRole('heading', { level: 1, name: 'tower clocks' }).waitFor();
    expect(await focused()).toBe(says('list_search_label'));
  });
});
