import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedRows, savePage, startStory, storeRows, type Story } from '../chromium';
import { says, saysLike } from '../says';
import { waitFor } from '../wait-for';

const ENGLISH = 'The harbour town that reset its clocks to the tide';
const CHINESE = '青禾镇老粮仓改建书屋：一盏灯照亮半条街';

describe('the library sorts', () => {
  let story: Story;
  let library: Page;
  beforeAll(async () => {
    story = await startStory();
    for (const path of ['/en/news.html', '/zh/news.html']) {
      const page = await story.open(path);
      expect(await savePage(story, page)).toMatchObject({ ok: true });
      await page.close();
    }
    library = await story.extensionPage('/library.html');
    await library.getByRole('link', { name: CHINESE }).waitFor();
  });
  afterAll(() => story?.end());

  const row = async (title: string) => (await savedRows(story)).find((one) => one.title === title);
  const place = (name: Parameters<typeof says>[0]) =>
    library.getByRole('navigation').getByRole('link', { name: says(name) });
  const titles = () => library.locator('.article-row-link').allInnerTexts();

  it('a favourite, an archived article, a tag and a note, from the article itself', async () => {
    await library.getByRole('link', { name: ENGLISH }).click();
    await library.getByRole('button', { name: says('library_favourite') }).click();
    await library.getByRole('button', { name: says('library_to_archive') }).click();
    const field = library.getByRole('combobox', { name: says('label_tag_add') });
    await field.fill('  Coast ');
    await field.press('Enter');
    await library.locator('[data-kind=tag] .chip', { hasText: 'Coast' }).waitFor();
    await library.getByLabel(says('library_note_label')).fill('Ask about the pencil.');
    await library.getByText(says('library_note_kept')).waitFor();
    expect(await row(ENGLISH)).toMatchObject({
      favourite: 1,
      state: 'archive',
      tags: ['Coast'],
      note: 'Ask about the pencil.',
    });
  });

  it('and finds it again by place, tag and words of the note', async () => {
    await library.getByRole('button', { name: says('library_back') }).click();
    await place('library_place_favourites').click();
    await waitFor(async () => (await titles()).join() === ENGLISH, 'the favourite');
    await place('library_place_inbox').click();
    await waitFor(async () => (await titles()).join().includes(CHINESE), 'the inbox');
    expect((await titles()).join()).not.toContain(ENGLISH);
    await library.getByRole('link', { name: 'Coast' }).click();
    await waitFor(async () => (await titles()).join() === ENGLISH, 'the tag');
    await library.locator('input[type=search]').fill('pencil ask');
    await waitFor(async () => (await titles()).length === 1, 'the note');
    await library.locator('input[type=search]').fill('');
  });

  it('refuses what cannot be a tag and keeps what was typed', async () => {
    await library.getByRole('link', { name: ENGLISH }).click();
    const field = library.getByRole('combobox', { name: says('label_tag_add') });
    await field.fill('\u200b');
    await field.press('Enter');
    await library.getByText(says('label_tag_refused')).waitFor();
    expect((await row(ENGLISH))?.tags).toEqual(['Coast']);
    await library.getByRole('button', { name: says('library_back') }).click();
  });

  it('renames a tag everywhere, and takes it from all', async () => {
    await library.getByRole('link', { name: ENGLISH }).click();
    await library.locator('[data-kind=tag]').getByRole('button', { name: 'Coast', exact: true }).click();
    await library.getByRole('heading', { level: 1, name: 'Coast' }).waitFor();
    await library.getByRole('button', { name: says('label_rename') }).click();
    await library.getByRole('textbox', { name: says('label_rename_name') }).fill('Seaside');
    await library.keyboard.press('Enter');
    await library.getByRole('heading', { level: 1, name: 'Seaside' }).waitFor();
    await waitFor(async () => (await titles()).join() === ENGLISH, 'its article');
    await library.getByRole('button', { name: says('label_remove_all') }).click();
    const question = library.getByRole('dialog');
    await question.getByRole('button', { name: says('label_remove_do'), exact: true }).click();
    await library.getByText(says('label_tag_removed_all').replace('$1', 'Seaside')).waitFor();
    expect((await row(ENGLISH))?.tags).toEqual([]);
  });

  it('many at once, with the way back', async () => {
    await place('library_place_all').click();
    await waitFor(async () => (await titles()).length === 2, 'both');
    await library.getByRole('button', { name: says('library_select'), exact: true }).click();
    await library.getByRole('checkbox').first().check();
    await library.getByRole('button', { name: saysLike('library_select_all_other') }).click();
    const bar = library.getByRole('group', { name: says('library_selection') });
    await bar.getByText(says('library_selected_other').replace('$1', '2')).waitFor();
    await bar.getByRole('button', { name: says('list_remove') }).click();
    await waitFor(async () => (await savedRows(story)).every(({ state }) => state === 'trash'), 'the trash');
    await library.getByRole('button', { name: says('list_undo'), exact: true }).click();
    await waitFor(
      async () => (await row(ENGLISH))?.state === 'archive' && (await row(CHINESE))?.state === 'inbox',
      'both where they were',
    );
  });

  it('puts an article back from the trash to where it was', async () => {
    await library.getByRole('link', { name: ENGLISH }).hover();
    await library.getByRole('button', { name: says('list_remove_named').replace('$1', ENGLISH) }).click();
    await waitFor(async () => (await row(ENGLISH))?.state === 'trash', 'the trash');
    await place('library_place_trash').click();
    await library.getByRole('button', { name: says('list_restore_named').replace('$1', ENGLISH) }).click();
    await waitFor(async () => (await row(ENGLISH))?.state === 'archive', 'the archive');
    await place('library_place_all').click();
  });

  it('empties the trash for good, after a question', async () => {
    await library.getByRole('link', { name: CHINESE }).hover();
    await library.getByRole('button', { name: says('list_remove_named').replace('$1', CHINESE) }).click();
    await waitFor(async () => (await row(CHINESE))?.state === 'trash', 'the trash');
    await place('library_place_trash').click();
    await library.getByRole('button', { name: says('library_trash_empty_it') }).click();
    await library.getByRole('button', { name: says('library_trash_keep') }).click();
    expect(await row(CHINESE)).toBeDefined();
    await library.getByRole('button', { name: says('library_trash_empty_it') }).click();
    await library.getByRole('button', { name: says('library_trash_remove_one').replace('$1', '1') }).click();
    await library.getByText(says('library_trash_empty_title')).waitFor();
    expect((await savedRows(story)).map(({ title }) => title)).toEqual([ENGLISH]);
    expect(await storeRows(story, 'bodies')).toHaveLength(1);
    expect(await storeRows(story, 'deleted')).toHaveLength(1);
  });
});
