import { describe, expect, it } from 'vitest';
import { findNextPage } from '../../../../lib/extract/paging/next-page.ts';
import { documentOf } from '../article.ts';

const SITE = 'https://news.example';

function nextOf(url: string, body: string, head = ''): string | null {
  const at = SITE + url;
  const found = findNextPage(documentOf(`<!doctype html><head>${head}</head><body>${body}</body>`, at), { url: at });
  return found && found.url.replace(SITE, '');
}

const link = (href: string, words = 'Next page', more = '') => `<p><a href="${href}" ${more}>${words}</a></p>`;

describe('the next page of an article', () => {
  it.each([
    ['a number behind the name', '/a/story.html', link('/a/story_2.html'), '/a/story_2.html'],
    ['a number after a hyphen', '/a/story.html', link('story-2.html'), '/a/story-2.html'],
    ['a number after an id', '/a/content_123.htm', link('content_123_2.htm', '下一页'), '/a/content_123_2.htm'],
    ['the third page', '/a/content_123_2.htm', link('content_123_3.htm', '下一页'), '/a/content_123_3.htm'],
    [
      'a number after a dated id',
      '/n/c-1-20261123-2.html',
      link('c-1-20261123-3.html', '下页'),
      '/n/c-1-20261123-3.html',
    ],
    ['a parameter', '/story?id=7', link('?id=7&page=2'), '/story?id=7&page=2'],
    ['a parameter that grows', '/story?id=7&page=2', link('?id=7&page=3'), '/story?id=7&page=3'],
    ['the short parameter', '/story?p=1', link('?p=2'), '/story?p=2'],
    ['a parameter counted from 0', '/story', `<ul><li>1<li><a href="?page=1">2</a></ul>`, '/story?page=1'],
    ['a directory', '/story/', link('/story/2/'), '/story/2/'],
    ['a directory of pages', '/story', link('/story/page/2', 'Next »'), '/story/page/2'],
    ['a file in a directory', '/story/index.html', link('index_2.html', '下一页&gt;'), '/story/index_2.html'],
    ['a file named by its number', '/story/1.html', link('2.html'), '/story/2.html'],
    ['pages after the first counted from 1', '/n/9001.shtml', link('9001_1.shtml', '下一页'), '/n/9001_1.shtml'],
    ['pages counted from 0', '/n/9001_0.shtml', link('9001_1.shtml', '下一页'), '/n/9001_1.shtml'],
    ['traditional characters', '/s.html', link('s_2.html', '下一頁'), '/s_2.html'],
    ['a bracketed word', '/s.html', link('s_2.html', '[下一页]'), '/s_2.html'],
    ['Japanese', '/s.html', link('s_2.html', '次へ'), '/s_2.html'],
    ['Korean', '/s.html', link('s_2.html', '다음'), '/s_2.html'],
    ['German', '/s.html', link('s-2.html', 'Weiter'), '/s-2.html'],
    ['French', '/s.html', link('s-2.html', 'Suivant ›'), '/s-2.html'],
    ['an arrow alone', '/s.html', link('s-2.html', '»'), '/s-2.html'],
    ['a name instead of text', '/s.html', link('s-2.html', '', 'aria-label="Next page"'), '/s-2.html'],
    ['a picture of an arrow', '/s.html', link('s-2.html', '<img src="n.gif" alt="下一页">'), '/s-2.html'],
    [
      'a pager of numbers',
      '/s.html',
      `<div><b>1</b> <a href="s_2.html">2</a> <a href="s_3.html">3</a></div>`,
      '/s_2.html',
    ],
    ['numbers in brackets', '/s.html', `<div>[1] <a href="s_2.html">[2]</a></div>`, '/s_2.html'],
    ['第2页', '/s.html', link('s_2.html', '第2页'), '/s_2.html'],
    [
      'rel=next beside words that do not say it',
      '/s.html',
      link('s_2.html', 'The council votes', 'rel="next"'),
      '/s_2.html',
    ],
    ['where it came from, dropped', '/s?id=7&utm_source=x&from=feed', link('/s?id=7&page=2'), '/s?id=7&page=2'],
    ['a place in the next page', '/s.html', link('s_2.html#content'), '/s_2.html'],
    ['rel=next that goes on from this address', '/s', link('/s/part-two', 'Next', 'rel="next"'), '/s/part-two'],
  ])('is found by %s', (_, url, body, expected) => expect(nextOf(url, body)).toBe(expected));

  it('is found by rel=next in the head', () =>
    expect(nextOf('/s.html', '', '<link rel="next" href="/s_2.html">')).toBe('/s_2.html'));

  it('counts from the base that the page names', () =>
    expect(nextOf('/a/s.html', link('s_2.html'), '<base href="/a/">')).toBe('/a/s_2.html'));

  it('is not looked for under a base that is no address', () =>
    expect(nextOf('/a/s.html', link('s_2.html'), '<base href="javascript:alert(1)//">')).toBe('/a/s_2.html'));

  it.each([
    ['the next article by its words', '/n/101.html', link('/n/102.html', '下一篇')],
    [
      'the next article by its title attribute',
      '/n/11.html',
      link('/n/12.html', 'Next', 'title="Next article: Tides"'),
    ],
    ['the next story', '/n/1.html', link('/n/2.html', 'Next story')],
    ['the next chapter', '/book/1.html', link('/book/2.html', '下一章')],
    ['the next post of a blog', '/2026/tide', link('/2026/moon', 'Next', 'rel="next"')],
    ['the next post of a blog, in the head', '/2026/tide', '', '<link rel="next" href="/2026/moon">'],
    ['the next post by its title', '/tide', link('/tide-and-moon', 'Tide and moon, again', 'rel="next"')],
    ['an id that is one higher', '/n/12345.html', link('/n/12346.html', 'Next')],
    ['a post id in a parameter', '/?p=812', link('/?p=813', 'Next')],
    ['the day after', '/2026/11/23/', link('/2026/11/24/', '24')],
    ['the day after in a name', '/list-2026-11-23.html', link('list-2026-11-24.html', 'Next')],
    ['a calendar', '/s', '<div class="calendar"><a href="/s/2">2</a></div>'],
    ['the pager of the comments', '/s', `<div id="comments">x<p><a href="/s?page=2">Next page</a></div>`],
    ['a page of comments by its address', '/s', link('/s/comment-page-2/')],
    ['a page of comments by its place', '/s', link('/s?page=2#comments')],
    ['a parameter of the comments', '/s', link('/s?cpage=2')],
    ['the pager of a list', '/n/story.html', link('/n/list_2.html', '下一页')],
    ['the pages of the front', '/', link('/page/2/')],
    ['the front pages', '/story.html', link('/?page=2', 'Next')],
    ['a page further on', '/s.html', link('s_3.html', '3')],
    ['the last page', '/s.html', link('s_9.html', '尾页')],
    ['the page before', '/s_3.html', link('s_2.html', '上一页')],
    ['the page itself', '/s_2.html', link('s_2.html', '2')],
    ['a script', '/s.html', link('javascript:next()', '下一页')],
    ['an empty place', '/s.html', link('#', '下一页', 'onclick="next(2)"')],
    ['another site', '/s.html', link('https://other.example/s_2.html')],
    ['a subdomain', '/s.html', link('https://m.news.example/s_2.html')],
    ['another port', '/s.html', link('https://news.example:8443/s_2.html')],
    ['another protocol', '/s.html', link('http://news.example/s_2.html')],
    ['a password in the address', '/s.html', link('https://a:b@news.example/s_2.html')],
    ['a query with an action', '/s?id=7', link('?id=7&page=2&action=view')],
    ['deleting', '/s?id=7', link('?id=7&page=2&do=delete')],
    ['leaving', '/s?logout=1', link('?logout=1&page=2')],
    ['a vote', '/s?op=vote', link('?op=vote&page=2')],
    ['a basket', '/s?add-to-cart=3', link('?add-to-cart=3&page=2')],
    ['another article by its id', '/s?id=7', link('/s?id=8&page=2')],
    ['a file to keep', '/s.html', link('s_2.html', 'Next page', 'download')],
    ['a document of another kind', '/s.html', link('s_2.pdf')],
    ['the next comments', '/s', link('/s?page=2', 'Next comments')],
    ['a number that is no page', '/s', link('/s/2', '12')],
    ['a footnote', '/s', link('#2', '2')],
  ])('is not %s', (_, url, body, head = '') => expect(nextOf(url, body, head)).toBeNull());

  it.each([
    ['words before the numbers', '<div>共5页 <a href="s_2.html">下一页</a></div>', 5],
    ['a fraction', '<div>1/4 <a href="s_2.html">下一页</a></div>', 4],
    ['a sentence', '<nav><span>Page 1 of 3</span><a href="s_2.html">Next</a></nav>', 3],
    [
      'the highest number',
      '<div>1 <a href="s_2.html">2</a> <a href="s_6.html">6</a> <a href="s_2.html">下一页</a></div>',
      6,
    ],
    ['nothing, beside a date', '<div>11/23 <a href="s_2.html">下一页</a></div>', null],
    ['nothing', '<div><a href="s_2.html">下一页</a></div>', null],
  ])('tells how many pages there are by %s', (_, body, total) => {
    const url = `${SITE}/s.html`;
    expect(findNextPage(documentOf(body, url), { url })).toMatchObject({ page: 2, total });
  });

  it('prefers the pager of the article to a link that only says “next”', () => {
    const url = `${SITE}/s-1.html`;
    const body = '<a href="/s-2.html">Next</a><div><b>1</b> <a href="/s-1_2.html">下一页</a></div>';
    expect(findNextPage(documentOf(body, url), { url })).toMatchObject({ url: `${SITE}/s-1_2.html`, sure: true });
  });
});
