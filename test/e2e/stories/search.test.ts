import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savePage, startStory, storeRows, type Story } from '../chromium';
import { says, saysLike } from '../says';
import { waitFor } from '../wait-for';

const sentence = (about: string) =>
  `${about}，工作人员在现场向记者介绍了情况，并表示今后还会继续公布进展，欢迎居民随时提出意见和建议。`;
const line = (about: string) =>
  `${about} The crew said so in the afternoon, and the office confirmed it later in a short note to the press.`;

type Told = { path: string; lang: string; title: string; source: string; about: string[] };

const STORIES: Told[] = [
  {
    path: '/search/ferry.html',
    lang: 'zh-CN',
    title: '江心洲轮渡恢复夜航',
    source: '江城晚报',
    about: ['轮渡公司昨天宣布恢复夜航', '夜航班次每三十分钟一班', '码头的灯光已经全部更换', '潮汐表将张贴在候船室'],
  },
  {
    path: '/search/clock.html',
    lang: 'zh-CN',
    title: '钟楼修复工程年底完工',
    source: '江城晚报',
    about: ['钟楼的潮汐钟停了十二年', '工匠从旧图纸里找到了齿轮的尺寸', '修复之后会在整点报时', '夜里不会鸣钟'],
  },
  {
    path: '/search/lighthouse.html',
    lang: 'en',
    title: 'Lighthouse opens its staircase to visitors',
    source: 'Harbour Courier',
    about: [
      'The lighthouse opened its staircase on Monday.',
      'Visitors may climb all of its steps.',
      'The keeper lit the lamp.',
      'A telescope stands at the top.',
    ],
  },
];

const KITES: Told = {
  path: '/search/kites.html',
  lang: 'zh-CN',
  title: '风筝节周末开幕',
  source: '江城晚报',
  about: ['风筝节将在江滩举行', '最大的风筝有三十米长', '风力预计四级', '入场不收门票'],
};

const pageOf = ({ lang, title, source, about }: Told) => `<!doctype html><html lang="${lang}"><head>
  <meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article">
  <meta property="og:site_name" content="${source}"></head><body><article><h1>${title}</h1>
  <p>2026-11-20 08:30 ${lang === 'en' ? 'Source: ' : '来源：'}${source}</p>
  ${about.map((one) => `<p>${(lang === 'en' ? line : sentence)(one).repeat(2)}</p>`).join('\n')}</article></body></html>`;

const titles = (page: Page) => page.locator('li.article-row a > span[dir]').allInnerTexts();

/** The titles that stand there once the list has settled on them. */
const found = async (page: Page, typed: string, wanted: string[]) => {
  await page.locator('input[type=search]').fill(typed);
  await waitFor(
    async () => (await titles(page)).toSorted().join() === wanted.toSorted().join(),
    `${typed} to find ${wanted.join()}`,
  );
};

describe.each([
  ['the popup', '/popup.html'],
  ['the library page', '/library.html'],
])('a search in %s', (_where, path) => {
  const [ferry, clock, lighthouse] = STORIES.map(({ title }) => title) as [string, string, string];
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    for (const told of STORIES) {
      story.site.put(told.path, pageOf(told));
      const tab = await story.open(told.path);
      expect(await savePage(story, tab)).toMatchObject({ ok: true });
      await tab.close();
    }
    // The index is made behind the answer to a save.
    const isMade = async () =>
      (await storeRows<{ key: string }>(story, 'ftsMeta')).some(({ key }) => key === 'version');
    await waitFor(isMade, 'the index');
    page = await story.extensionPage(path);
  });
  afterAll(() => story?.end());

  it('answers from the index', async () => {
    await found(page, '潮汐', [ferry, clock]);
    expect(await page.locator('li.article-row mark').first().innerText()).toBe('潮汐');
  });

  it.each([
    ['a traditional spelling', '輪渡', [ferry]],
    ['an exclusion', '潮汐 -轮渡', [clock]],
    ['an alternative', '轮渡 or telescope', [ferry, lighthouse]],
    ['a phrase', '"telescope stands"', [lighthouse]],
    ['a Chinese filter', '潮汐 来源：江城', [ferry, clock]],
    ['filters alone', 'lang:en is:unread', [lighthouse]],
    ['a day that is too early', 'saved:2020', []],
  ])('understands %s', (_name, typed, wanted) => found(page, typed, wanted));

  it('takes a slip for the word that is there, and says so', async () => {
    await found(page, 'lighthuose', [lighthouse]);
    await page.getByText(saysLike('search_relaxed_typo')).waitFor();
  });

  it('says what it did not understand at its place, and finds by the rest', async () => {
    await found(page, '钟楼 before:soon ', [clock]);
    await page.getByText(says('search_problem_date')).waitFor();
    await page.getByRole('button', { name: 'before:soon' }).click();
    const chosen = await page
      .locator('input[type=search]')
      .evaluate((box: HTMLInputElement) => box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0));
    expect(chosen).toBe('before:soon');
  });

  it('offers a way on when nothing is found', async () => {
    await found(page, '轮渡 lang:en', []);
    await page
      .getByRole('button', { name: /lang|English|en/i })
      .last()
      .click();
    await waitFor(async () => (await titles(page)).join() === ferry, 'the search without the filter');
  });

  it('is used by keys alone', async () => {
    await page.locator('input[type=search]').focus();
    await found(page, '潮汐', [ferry, clock]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const row = await page.evaluate(() => document.activeElement?.closest('li')?.dataset['place']);
    expect(row).toBe('1');
    await page.keyboard.press('Escape');
    await waitFor(async () => (await titles(page)).length === 3, 'the whole list');
    expect(await page.locator('input[type=search]').inputValue()).toBe('');
  });

  it('finds what is saved while it stands there', async () => {
    await found(page, '风筝', []);
    story.site.put(KITES.path, pageOf(KITES));
    const tab = await story.open(KITES.path);
    expect(await savePage(story, tab)).toMatchObject({ ok: true });
    await tab.close();
    await page.bringToFront();
    await waitFor(async () => (await titles(page)).join() === KITES.title, 'the new article');
  });
});
