import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleBody } from '../../../lib/article';
import { openReader, savedRows, startStory, storeRows, type Story } from '../chromium';
import { readerView, type ReaderView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

/** A caption that is the headline again: a pass takes it out of the sample page. */
const LEFT_OUT = '青禾镇老粮仓改建书屋：一盏灯照亮半条街';

describe('what was left out', () => {
  let story: Story;
  let page: Page;
  let view: ReaderView;
  beforeAll(async () => {
    story = await startStory({ language: 'zh-CN' });
    page = await story.open('/zh/news.html');
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    view = await readerView(page);
    await view.waitUntilOpen();
    await waitFor(() => view.evaluate<boolean>(`!!root.querySelector('.article-removed')`), 'the receipt');
  });
  afterAll(() => story?.end());

  const inArticle = () =>
    view.evaluate<boolean>(`root.querySelector('.article-body').innerText.includes('${LEFT_OUT}')`);
  /** The bar slides in when the text moves up. */
  const pressSave = async (name: 'reader_save' | 'reader_save_changes') => {
    await view.evaluate(`root.querySelector('dialog').scrollTop = 0`);
    await waitFor(
      () => view.evaluate<boolean>(`root.querySelector('.bar').getBoundingClientRect().top === 0`),
      'the bar',
    );
    await view.clickButton(says(name, 'zh'));
  };
  const savedText = async () => (await storeRows<{ text: string }>(story, 'texts'))[0]?.text ?? '';
  const row = `[...root.querySelectorAll('.article-removed li')].find((row) => row.innerText.includes('${LEFT_OUT}'))`;
  const clickIn = async (selector: string) => {
    await view.evaluate(`${row}.setAttribute('data-here', '')`);
    await view.click(`li[data-here] ${selector}`);
  };

  it('is listed with its reason when asked for', async () => {
    expect(await inArticle()).toBe(false);
    await view.click('.article-removed > summary');
    await waitFor(() => view.evaluate<boolean>(`!!${row}`), 'the list');
    expect(await view.evaluate<string>(`${row}.innerText`)).toContain(says('article_removed_repeated_captions', 'zh'));
  });

  it('can be looked at', async () => {
    await clickIn('summary');
    await waitFor(
      () => view.evaluate<boolean>(`${row}.querySelector('.article-removed-part')?.innerText.includes('${LEFT_OUT}')`),
      'the part',
    );
  });

  it('can be put back where it stood, and taken out again', async () => {
    await clickIn('button');
    await waitFor(inArticle, 'the part in the article');
    await clickIn('button');
    await waitFor(async () => !(await inArticle()), 'the article without it');
  });

  it('stays in the article when it is saved', async () => {
    await clickIn('button');
    await waitFor(inArticle, 'the part in the article');
    await pressSave('reader_save');
    await waitFor(async () => (await savedRows(story)).length === 1, 'the save');
    const [body] = await storeRows<ArticleBody>(story, 'bodies');
    expect(body?.html).toContain('data-put-back');
    expect(body?.removed.filter(({ putBack }) => putBack)).toHaveLength(1);
    expect(await savedText()).toContain(LEFT_OUT);
  });

  it('offers to save what was changed after the save', async () => {
    await clickIn('button');
    await waitFor(async () => (await view.text()).includes(says('reader_save_changes', 'zh')), 'the offer');
    await pressSave('reader_save_changes');
    await waitFor(async () => !(await savedText()).includes(LEFT_OUT), 'the change');
    expect(await storeRows(story, 'versions')).toHaveLength(1);
  });

  it('can be looked at and put back in the library', async () => {
    const [saved] = await savedRows(story);
    const library = await story.extensionPage(`/library.html#/article/${saved?.id}`);
    await library.locator('.article-removed > summary').click();
    const part = library.locator('.article-removed li', { hasText: LEFT_OUT }).first();
    await part.locator('summary').click();
    await part.locator('.article-removed-part', { hasText: LEFT_OUT }).waitFor();
    expect(await library.locator('.article-body').innerText()).not.toContain(LEFT_OUT);
    await part.getByRole('button').click();
    await library.locator('.article-body', { hasText: LEFT_OUT }).waitFor();
    await waitFor(async () => (await savedText()).includes(LEFT_OUT), 'the change in the library');
    expect(await storeRows(story, 'versions')).toHaveLength(2);
    await library.close();
  });
});
