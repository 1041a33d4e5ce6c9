import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../lib/extract/extract.ts';
import { documentOf, URL_OF_PAGE } from './article.ts';

const now = new Date('2026-11-23T08:00:00Z');
const TITLE = '青石巷老茶馆修缮完工:百年木楼重新开门迎客';
const LEAD =
  '历时十四个月的修缮之后,位于青石巷尽头的老茶馆昨天上午重新开门。这座始建于一九〇八年的两层木楼保留了原来的柱子和楼梯,屋顶的瓦片也是一片一片洗净后放回去的,连门槛上被磨出的凹痕都没有填平。';
const NEXT =
  '茶馆的第三代主人说,修缮期间他每天都来看一眼,生怕有人把哪根旧梁当作废料运走。木匠们笑他,说他比监工还要勤快,后来干脆给他留了一把椅子。';
const LAST = '开门第一天,巷子里的老人们坐满了一楼。有人带来了自家的茶碗,说喝了四十年,换了碗味道就不对。';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${TITLE}_山城晚报</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/b">本地</a></div>
<h1>${TITLE}</h1><div class="info">2026-11-20 08:53 来源:山城晚报</div>
<div class="intro">${LEAD}</div>
<div class="content"><p>　　${LEAD}</p>
<p><img src="/img/blank.gif" data-src="/up/1.jpg" alt="${TITLE}"></p><p>${TITLE}</p>
<p onclick="alert(1)">　　${NEXT}</p><p><img src="/up/1.jpg?w=300" alt="${TITLE}"></p><p><img src="/up/2.jpg" alt="${TITLE}"></p>
<p>　　${LAST}</p><p>(责任编辑:林小满)</p></div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/a/1.html">别的新闻标题之一</a></li><li><a href="/a/2.html">别的新闻标题之二</a></li></ul></div>
</body></html>`;

describe('extract', () => {
  it('reads an article once, with its pictures, and nothing else', () => {
    const article = extract(documentOf(PAGE), { url: URL_OF_PAGE, now })?.article;
    expect(article?.text.split('\n')).toEqual([LEAD, NEXT, LAST]);
    expect(article?.images).toEqual(['https://news.example/up/1.jpg', 'https://news.example/up/2.jpg']);
    expect(article?.title).toBe(TITLE);
    expect(article?.html).not.toMatch(/onclick|data-src|class=|wbr/);
  });

  it('keeps a receipt with the name of the pass and the place of each part', () => {
    const removed = extract(documentOf(PAGE), { url: URL_OF_PAGE, now })?.article.removed ?? [];
    expect(removed.map(({ pass }) => pass)).toEqual(
      expect.arrayContaining(['repeated-summary', 'repeated-captions', 'repeated-pictures', 'boilerplate-lines']),
    );
    expect(removed.every(({ at, html }) => at.length > 0 && html !== '')).toBe(true);
  });

  it('switches a pass off by its name', () => {
    const without = new Set(['repeated-captions', 'repeated-headline']);
    expect(extract(documentOf(PAGE), { url: URL_OF_PAGE, now, without })?.article.text).toContain(TITLE);
  });

  it('does not touch the page', () => {
    const document = documentOf(PAGE);
    const before = document.documentElement.outerHTML;
    extract(document, { url: URL_OF_PAGE, now });
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('gives a body in which nothing can load: its document has no window', () => {
    const body = extract(documentOf(PAGE), { url: URL_OF_PAGE, now })?.body;
    expect(body?.ownerDocument.defaultView).toBeNull();
    expect(body?.innerHTML).toBe(extract(documentOf(PAGE), { url: URL_OF_PAGE, now })?.article.html);
  });

  it.each([
    ['an empty page', ''],
    ['a frameset', '<frameset><frame src="/a"></frameset>'],
    ['a page of white space', '<body> \u3000 </body>'],
  ])('finds nothing on %s', (_, html) => {
    expect(extract(documentOf(html), { url: URL_OF_PAGE, now })).toBeNull();
  });

  it('finds nothing in a document without a body', () => {
    const { window } = new JSDOM('');
    const xml = new window.DOMParser().parseFromString('<feed><entry>a</entry></feed>', 'application/xml');
    expect(extract(xml, { url: URL_OF_PAGE, now })).toBeNull();
  });

  it('reads a fetched page at its own address, though its document belongs to another', () => {
    const { window } = new JSDOM('', { url: 'https://elsewhere.example/' });
    const parsed = new window.DOMParser().parseFromString(PAGE, 'text/html');
    expect(extract(parsed, { url: URL_OF_PAGE, now })?.article.images[0]).toBe('https://news.example/up/1.jpg');
  });

  it('reads very deep and very long pages', () => {
    const deep = `${'<div>'.repeat(500)}<p>${LEAD}</p><p>${NEXT}</p><p>${LAST}</p>${'</div>'.repeat(500)}`;
    expect(extract(documentOf(deep), { url: URL_OF_PAGE, now })?.article.text).toBe([LEAD, NEXT, LAST].join('\n'));
    const long = `<div>${`<p>${NEXT}</p>`.repeat(1000)}</div>`;
    expect(extract(documentOf(long), { url: URL_OF_PAGE, now })?.article.text.split('\n')).toHaveLength(1000);
  });

  it.each([
    ['only the block that was picked', '.intro', '.intro', LEAD],
    ['the page as any other where the block is gone', '.no-such-block', null, [LEAD, NEXT, LAST].join('\n')],
    ['the page as any other where the pick is no selector', 'div[', null, [LEAD, NEXT, LAST].join('\n')],
  ])('reads %s', (_, wanted, block, text) => {
    const page = extract(documentOf(PAGE), { url: URL_OF_PAGE, now, block: wanted });
    expect(page?.block).toBe(block);
    expect(page?.article.text).toBe(text);
  });
});
