import { describe, expect, it, vi } from 'vitest';
import { REASONS } from '../../../lib/detect/reasons.ts';
import { verdict } from '../../../lib/detect/verdict.ts';
import {
  ARTICLE_URL,
  EN_TITLE,
  ZH_TITLE,
  byBreaks,
  documentOf,
  enParagraph,
  inDivs,
  inParagraphs,
  inTable,
  inWrappers,
  newsPage,
  repeat,
  zhParagraph,
} from './pages.ts';

/** The walk over text; jsdom's own selectors walk elements. */
const SHOW_TEXT = 4;
const zh = repeat(6, () => zhParagraph(150));
const en = repeat(6, () => enParagraph(2));

describe('an article', () => {
  it.each([
    ['Chinese paragraphs', newsPage({ body: inParagraphs(zh) })],
    ['a div for each paragraph', newsPage({ body: inDivs(zh) })],
    ['lines between <br>', newsPage({ body: byBreaks(zh) })],
    ['a wrapper for each paragraph', newsPage({ body: inWrappers(zh) })],
    ['a layout table', newsPage({ body: inTable(zh) })],
    ['a flash of three paragraphs', newsPage({ body: inParagraphs(repeat(3, () => zhParagraph(110))) })],
    [
      'English paragraphs',
      newsPage({ title: EN_TITLE, line: 'By Ann Reed, 8 September 2022', body: inParagraphs(en) }),
    ],
    [
      'no heading element, the headline in a div',
      documentOf(
        `<title>${ZH_TITLE}_河湾网</title><body><div class="t">${ZH_TITLE}</div><div>2022年9月8日 记者 王岸</div>${inParagraphs(zh)}</body>`,
      ),
    ],
    [
      'a headline worded unlike the title, declared in JSON-LD',
      newsPage({
        title: EN_TITLE,
        head: '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x"}</script>',
        body: inParagraphs(en),
      }),
    ],
  ])('is recognised with %s', (_, page) => {
    const { article, score } = verdict(page, ARTICLE_URL);
    expect(article).toBe(true);
    expect(score).toBeGreaterThanOrEqual(0.5);
  });

  it('is recognised in XHTML', () => {
    const page = documentOf(
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${ZH_TITLE}</title></head><body><h1>${ZH_TITLE}</h1><p>2022-09-08 来源：河湾日报</p>${inParagraphs(zh)}</body></html>`,
      'application/xhtml+xml',
    );
    expect(verdict(page, ARTICLE_URL).article).toBe(true);
  });

  it('tells its reasons, all of them known codes, weightiest first', () => {
    const { reasons } = verdict(newsPage({ body: inParagraphs(zh) }), ARTICLE_URL);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'headline',
        'dateNearHeadline',
        'credit',
        'textFollowsHeadline',
        'longText',
        'paragraphs',
      ]),
    );
    expect(REASONS).toEqual(expect.arrayContaining(reasons));
    expect(reasons.indexOf('textFollowsHeadline')).toBeLessThan(reasons.indexOf('headline'));
  });
});

const card = (i: number) =>
  `<div class="card"><h3><a href="/${i}">河湾镇的第${i}条消息标题</a></h3><p>${zhParagraph(60)}</p><span>2022-09-08</span></div>`;
const post = (i: number) =>
  `<div class="post"><a href="/user/${i}"><img class="avatar"></a><span>09-08 08:5${i % 10}</span><div>${enParagraph(1)}</div><a href="#">Reply</a></div>`;

describe('a page that is no article', () => {
  it.each([
    ['a list of cards', `<h1>本地新闻</h1><div>${repeat(30, card).join('')}</div>`, 'https://news.example/local/'],
    [
      'a front page of links',
      repeat(300, (i) => `<li><a href="/${i}">河湾镇的第${i}条消息</a></li>`).join(''),
      'https://news.example/',
    ],
    [
      'a thread of many people',
      `<h1>How do I carry water up six floors without a lift</h1>${repeat(25, post).join('')}`,
      'https://example.org/forum/thread/41',
    ],
    [
      'a shop page',
      `<script type="application/ld+json">{"@type":"Product"}</script><h1>Water carrier, ten litres</h1><p>${enParagraph(1)}</p><button>Add to cart</button>`,
      'https://example.org/product/water-carrier',
    ],
    [
      'a form',
      `<h1>Contact</h1><form>${'<label>Name <input></label>'.repeat(8)}<textarea></textarea></form>`,
      'https://example.org/contact',
    ],
    ['a search result', repeat(20, card).join(''), 'https://example.org/search?q=water'],
    [
      'a table of figures',
      `<table>${'<tr><td>河湾</td><td>12.5</td><td>9.81</td></tr>'.repeat(200)}</table>`,
      'https://example.org/rates',
    ],
    [
      'navigation, a footer and nothing else',
      `<nav>${zhParagraph(600)}</nav><footer>${zhParagraph(600)}</footer>`,
      ARTICLE_URL,
    ],
  ])('is refused: %s', (_, body, url) => {
    const { article, score } = verdict(documentOf(`<title>河湾网 river market</title><body>${body}</body>`), url);
    expect(article).toBe(false);
    expect(score).toBeLessThan(0.5);
  });
});

describe('a hostile or odd document', () => {
  const deep = '<div>'.repeat(500) + zhParagraph(200) + '</div>'.repeat(500);
  it.each([
    ['is empty', documentOf('')],
    ['is XML', documentOf('<?xml version="1.0"?><feed><title>a</title></feed>', 'text/xml')],
    ['is SVG', documentOf('<svg xmlns="http://www.w3.org/2000/svg"><title>a</title></svg>', 'image/svg+xml')],
    ['is a frameset', documentOf('<title>a</title><frameset cols="50%,50%"><frame src="about:blank"></frameset>')],
    ['is nested 500 deep', documentOf(`<title>a</title><body>${deep}</body>`)],
    ['is nested 500 deep in inline elements', documentOf(`<body>${'<span>'.repeat(500)}${zhParagraph(200)}</body>`)],
    ['has 50,000 elements', documentOf(`<title>a</title><body>${'<i>x</i>'.repeat(50_000)}</body>`)],
  ])('is no article and no error when it %s', (_, page) => {
    expect(verdict(page, ARTICLE_URL).article).toBe(false);
  });

  it('is not judged when the browser shows it as plain text', () => {
    const page = documentOf(`<body><pre>${zhParagraph(900)}</pre></body>`);
    Object.defineProperty(page, 'contentType', { value: 'text/plain' });
    expect(verdict(page, ARTICLE_URL)).toEqual({ article: false, score: 0, reasons: ['notHtml'] });
  });

  it('is not judged without a body', () => {
    const page = documentOf('<title>a</title>');
    page.querySelector('body')?.remove();
    expect(verdict(page, ARTICLE_URL).reasons).toEqual(['notHtml']);
  });

  it('is read as usual when forms and pictures take the names of document and body', () => {
    const page = newsPage({
      body: `<form name="body"><input name="parentElement"><input name="className"></form><img name="title">${inParagraphs(zh)}`,
    });
    expect(verdict(page, ARTICLE_URL).article).toBe(true);
  });

  it('is read only so far, however long it is', () => {
    const page = newsPage({ body: inParagraphs(repeat(10_000, () => zhParagraph(20))) });
    const steps = vi.fn();
    const create = page.createTreeWalker.bind(page);
    vi.spyOn(page, 'createTreeWalker').mockImplementation((...args) => {
      const walker = create(...args);
      if (args[1] !== SHOW_TEXT) return walker;
      const next = walker.nextNode.bind(walker);
      walker.nextNode = () => {
        steps();
        return next();
      };
      return walker;
    });
    verdict(page, ARTICLE_URL);
    expect(steps.mock.calls.length).toBeGreaterThan(100);
    expect(steps.mock.calls.length).toBeLessThanOrEqual(2500);
  });

  it('stays exactly as it was', () => {
    const page = newsPage({ body: inParagraphs(zh) });
    const before = page.documentElement.outerHTML;
    verdict(page, ARTICLE_URL);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('is not walked when its address and declarations leave no hope', () => {
    const page = documentOf(
      '<meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product"}</script><body><p>a</p></body>',
    );
    const walk = vi.spyOn(page, 'createTreeWalker');
    expect(verdict(page, 'https://example.org/shop/1').article).toBe(false);
    expect(walk.mock.calls.filter(([, show]) => show === SHOW_TEXT)).toEqual([]);
  });
});
