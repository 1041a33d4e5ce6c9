import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savePage, startStory, type Story } from '../chromium';
import { waitFor } from '../wait-for';

const sentence = (about: string) =>
  `${about}，工作人员在现场向记者介绍了情况，并表示今后还会继续公布进展，欢迎居民随时提出意见和建议。`;

const STORIES = [
  {
    path: '/completion/ferry.html',
    title: '江心洲轮渡恢复夜航',
    source: '江城晚报',
    about: '轮渡公司昨天宣布恢复夜航',
  },
  { path: '/completion/clock.html', title: '钟楼修复工程年底完工', source: '江城晚报', about: '钟楼的钟停了十二年' },
  {
    path: '/completion/park.html',
    title: '滨江公园增设夜间照明',
    source: 'Harbour Daily News',
    about: '公园的路灯全部更换',
  },
];
const [ferry, clock, park] = STORIES.map(({ title }) => title) as [string, string, string];

const pageOf = ({ title, source, about }: (typeof STORIES)[number]) => `<!doctype html><html lang="zh-CN"><head>
  <meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article">
  <meta property="og:site_name" content="${source}"></head><body><article><h1>${title}</h1>
  <p>2026-11-20 08:30 来源：${source}</p>
  ${[1, 2, 3, 4].map((n) => `<p>${sentence(`${about}${n}`).repeat(2)}</p>`).join('\n')}</article></body></html>`;

const box = (page: Page) => page.locator('input[type=search]');
const offered = (page: Page) => page.locator('[role=option] > span:first-child').allInnerTexts();
const titles = (page: Page) => page.locator('li.article-row a > span[dir]').allInnerTexts();

/** Key by key, into an empty box. */
async function type(page: Page, typed: string): Promise<void> {
  await box(page).fill('');
  await box(page).focus();
  await page.keyboard.type(typed);
}

const isOffered = (page: Page, wanted: string[]) =>
  waitFor(async () => (await offered(page)).join() === wanted.join(), `${wanted.join()} to be offered`);
const isFound = (page: Page, wanted: string[]) =>
  waitFor(async () => (await titles(page)).toSorted().join() === wanted.toSorted().join(), `${wanted.join()} found`);

describe.each([
  ['the popup', '/popup.html'],
  ['the library page', '/library.html'],
])('the search box of %s', (_where, path) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory({ language: 'zh-CN' });
    for (const told of STORIES) {
      story.site.put(told.path, pageOf(told));
      const tab = await story.open(told.path);
      expect(await savePage(story, tab)).toMatchObject({ ok: true });
      await tab.close();
    }
    page = await story.extensionPage(path);
    await isFound(page, [ferry, clock, park]);
  });
  afterAll(() => story?.end());

  it('completes a name, then its value, by keys alone', async () => {
    await type(page, '来');
    await isOffered(page, ['来源：']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await isOffered(page, ['江城晚报', 'Harbour Daily News']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    expect(await box(page).inputValue()).toBe('来源："Harbour Daily News" ');
    await isFound(page, [park]);
    expect(await offered(page)).toEqual([]);
  });

  it('takes a value with the mouse, and the focus stays', async () => {
    await type(page, 'source:江');
    await isOffered(page, ['江城晚报']);
    await page.getByRole('option', { name: '江城晚报' }).click();
    expect(await box(page).inputValue()).toBe('source:江城晚报 ');
    await isFound(page, [ferry, clock]);
    await page.keyboard.type('钟楼');
    await isFound(page, [clock]);
  });

  it('narrows by the second alternative in brackets', async () => {
    await type(page, '(轮渡 来源：江城晚报) or (公园 来源：Harbour)');
    await isFound(page, [ferry, park]);
  });

  it('closes at the first Esc and is cleared by the second', async () => {
    await type(page, 'is:');
    await isOffered(page, ['unread', 'read', 'favourite', 'inbox', 'archived', 'trash']);
    await page.keyboard.press('Escape');
    expect([await offered(page), await box(page).inputValue()]).toEqual([[], 'is:']);
    await page.keyboard.press('Escape');
    expect(await box(page).inputValue()).toBe('');
  });

  it('leads down to the hits where nothing is offered', async () => {
    await type(page, '夜');
    await isFound(page, [ferry, park]);
    expect(await offered(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    const row = await page.evaluate(() => document.activeElement?.closest('li')?.dataset['place']);
    expect(row).toBe('0');
  });

  it('offers nothing while an input method is writing', async () => {
    await type(page, 'is:');
    await isOffered(page, ['unread', 'read', 'favourite', 'inbox', 'archived', 'trash']);
    const keys = await page.context().newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: 'wei', selectionStart: 3, selectionEnd: 3 });
    expect(await offered(page)).toEqual([]);
    await keys.send('Input.insertText', { text: '未' });
    await isOffered(page, ['unread']);
  });

  it('has no fault that a reader of screens would meet', async () => {
    await type(page, 'source:');
    await isOffered(page, ['江城晚报', 'Harbour Daily News']);
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=option][aria-selected=true]').waitFor();
    const told = await box(page).evaluate((one) => ({
      role: one.role ?? one.getAttribute('role'),
      expanded: one.ariaExpanded,
      list: document.getElementById(one.getAttribute('aria-controls') ?? '')?.getAttribute('role'),
      active: document.getElementById(one.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-selected'),
    }));
    expect(told).toEqual({ role: 'combobox', expanded: 'true', list: 'listbox', active: 'true' });
  });
});
