import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLit, popupFor, savedRows, startStory, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { openRealPopup } from '../real-popup';
import { says, saysLike } from '../says';
import { waitFor } from '../wait-for';

const PAGES = [
  {
    language: 'zh' as const,
    browser: 'zh-CN',
    path: '/zh/news.html',
    title: '青禾镇老粮仓改建书屋：一盏灯照亮半条街',
    source: '青禾日报',
    publishedAt: '2026-11-20',
    once: ['入冬以后天黑得早，青禾镇南街的老粮仓却一天比一天亮堂'],
    kept: ['旧仓房，新用处', '把书送到地头', '做一间可以听戏、排戏的小剧场'],
    gone: ['关键词', '责任编辑', '林晚秋', '相关文章', '内容简介', '您的位置', '本地要闻', 'Copyright'],
    pictures: 4,
    keyword: '书屋',
    phrase: '七十三岁的渔民',
  },
  {
    language: 'en' as const,
    browser: 'en-US',
    path: '/en/news.html',
    title: 'The harbour town that reset its clocks to the tide',
    source: 'The Coast Ledger',
    publishedAt: '2026-11-18',
    once: ['For most of the year the church clock in Marrow Quay has been wrong on purpose'],
    kept: ['A clock with three faces', 'limpets like it there', 'The south face of the clock, seen from the slipway'],
    gone: ['More from the coast', 'The morning tide, by email', 'All rights reserved', 'Copy link'],
    pictures: 2,
    keyword: 'Marrow Quay',
    phrase: 'instrument maker',
  },
];

const count = (text: string, part: string) => text.split(part).length - 1;

describe.each(PAGES)('the main job on a page in $language', (article) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory({ language: article.browser });
    page = await story.open(article.path);
  });
  afterAll(() => story?.end());

  it('lights up the toolbar button', async () => {
    await waitFor(() => isLit(story, page), 'the lit button');
  });

  it('opens the clean view from the popup that a real click opens', async () => {
    const popup = await openRealPopup(story, page);
    const recognised = says('popup_article', article.language);
    await waitFor(async () => (await popup.text()).includes(recognised), 'the verdict in the popup');
    await popup.click(says('popup_read', article.language));
    const view = await readerView(page);
    await view.waitUntilOpen();
    const text = await view.text();
    expect(count(text, article.title)).toBe(1);
    for (const part of article.once) expect(count(text, part), part).toBe(1);
    for (const part of [...article.kept, article.source]) expect(text).toContain(part);
    for (const part of article.gone) expect(text).not.toContain(part);
    const pictures = `[...root.querySelectorAll('article img')].filter((image) => image.naturalWidth > 0).length`;
    await waitFor(async () => (await view.evaluate<number>(pictures)) === article.pictures, 'all pictures');
    await waitFor(async () => (await view.text()).includes(article.keyword), 'the keywords');
  });

  it('saves it from the clean view, and says so after it is written', async () => {
    const view = await readerView(page);
    await view.clickButton(says('reader_save', article.language));
    await waitFor(async () => (await view.text()).includes(says('reader_saved', article.language)), 'the word “saved”');
    const [row, ...others] = await savedRows(story);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ title: article.title, source: article.source, url: page.url(), state: 'inbox' });
    expect(row?.publishedAt?.slice(0, 10)).toBe(article.publishedAt);
    expect(row?.keywords).toContain(article.keyword);
  });

  it('brings the page back by Escape', async () => {
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await (await readerView(page)).waitUntilClosed();
  });

  it('knows the page as saved and finds it by words from its middle', async () => {
    const popup = await popupFor(story, page);
    await popup.getByText(saysLike('popup_saved_on', article.language)).waitFor();
    await popup.locator('input[type=search]').fill(article.phrase);
    await popup.getByRole('link', { name: article.title }).first().waitFor();
    await popup.locator('input[type=search]').fill('zzzz');
    await popup.getByRole('link', { name: article.title }).first().waitFor({ state: 'detached' });
    await popup.close();
  });

  it('saves again without making a second article', async () => {
    const popup = await popupFor(story, page);
    await popup.getByRole('button', { name: says('popup_save_again', article.language) }).click();
    await popup.getByText(says('popup_saved_now', article.language)).first().waitFor();
    expect(await savedRows(story)).toHaveLength(1);
    await popup.close();
  });

  it('moves it to the trash and takes that back', async () => {
    const popup = await popupFor(story, page);
    await popup.getByRole('link', { name: article.title }).first().waitFor();
    await popup.getByRole('button', { name: saysLike('list_remove_named', article.language) }).click();
    await waitFor(async () => (await savedRows(story))[0]?.state === 'trash', 'the trash');
    await popup.getByRole('button', { name: says('list_undo', article.language), exact: true }).click();
    await waitFor(async () => (await savedRows(story))[0]?.state === 'inbox', 'the way back');
    await popup.getByRole('link', { name: article.title }).first().waitFor();
    await popup.close();
  });
});
