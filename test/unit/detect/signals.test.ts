import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressSignals } from '../../../lib/detect/address-signals.ts';
import { bodySignals } from '../../../lib/detect/body-signals.ts';
import { headSignals } from '../../../lib/detect/head-signals.ts';
import { peopleSignals } from '../../../lib/detect/people-signals.ts';
import { REASONS } from '../../../lib/detect/reasons.ts';
import { WEIGHTS } from '../../../lib/detect/weights.ts';
import { EN_TITLE, documentOf, enParagraph, inParagraphs, newsPage, repeat, zhParagraph } from './pages.ts';

const bodyOf = (page: Document) => bodySignals(page, page.body);
const address = (url: string, attributes = '') => addressSignals(url, documentOf(`<body ${attributes}>`).body);

describe('the address', () => {
  it.each([
    ['https://news.example/2022/0908/c123.html', true],
    ['https://news.example/n1/c1004-40232587.html', true],
    ['https://news.example/world/three-ships-leave-harbour', true],
    ['https://weixin.example/s?__biz=MzA=&mid=1', true],
    ['https://news.example/', false],
    ['https://news.example/world/', false],
  ])('%s looks like an article: %s', (url, expected) => {
    expect(address(url).articleAddress).toBe(Number(expected));
  });

  it.each([
    ['https://forum.example/', '', 1, 0],
    ['https://example.org/questions/7/how', '', 1, 0],
    ['https://example.org/p/7', 'class="single single-topic"', 1, 0],
    ['https://example.org/shop/7', '', 0, 1],
    ['https://example.org/basket/taskforce', '', 0, 0],
  ])('%s with body %s', (url, attributes, thread, service) => {
    expect(address(url, attributes)).toMatchObject({ threadAddress: thread, serviceAddress: service });
  });
});

describe('what the page declares', () => {
  it.each([
    ['<script type="application/ld+json">{"@type":"NewsArticle"}</script>', { articleData: 1, otherData: 0 }],
    ['<script type="application/ld+json">{"@type":["ReportageNewsArticle","Thing"]}</script>', { articleData: 1 }],
    ['<script type="application/ld+json">{"@type" : "NewsArticle", "cut off', { articleData: 1 }],
    ['<div itemscope itemtype="https://schema.org/Article"></div>', { articleData: 1 }],
    ['<div itemscope itemtype="https://schema.org/Article"></div>'.repeat(8), { articleData: 0.5 }],
    ['<script type="application/ld+json">{"@type":"BlogPosting"}</script>', { articleData: 1, otherData: 0 }],
    ['<script type="application/ld+json">{"@type":"Product"}</script>', { articleData: 0, otherData: 1 }],
    ['<script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script>', { otherData: 1 }],
    ['<script type="application/ld+json">{"@type":"WebPage"}</script>', { articleData: 0, otherData: 0 }],
    ['<meta property="og:type" content="article">', { articleMeta: 1, otherMeta: 0 }],
    ['<meta property="og:type" content="website">', { articleMeta: 0, otherMeta: 1 }],
    ['<meta property="article:published_time" content="2022-09-08">', { publishedMeta: 1 }],
    ['<meta name="PubDate" content="2022-09-08">', { publishedMeta: 1 }],
    ['<meta name="viewport" content="width=device-width">', { publishedMeta: 0, articleMeta: 0, otherMeta: 0 }],
  ])('%s', (head, expected) => {
    expect(headSignals(documentOf(`<head>${head}</head><body></body>`))).toMatchObject(expected);
  });
});

describe('headline and small print', () => {
  const body = inParagraphs(repeat(4, () => zhParagraph(120)));
  it.each([
    ['2022-09-08 08:53', 1, 0],
    ['2022年9月8日', 1, 0],
    ['来源：河湾日报', 0, 1],
    ['责任编辑：王岸', 0, 1],
    ['By Ann Reed', 0, 1],
    ['Sept. 8, 2022', 1, 0],
    ['3小时前', 1, 0],
    ['分享到', 0, 0],
  ])('%s', (line, date, credit) => {
    expect(bodyOf(newsPage({ line, body }))).toMatchObject({ headline: 1, dateNearHeadline: date, credit });
  });

  it('finds the editor below the text and the agency at its beginning', () => {
    const page = (text: string) => newsPage({ line: '分享到', body: text });
    expect(bodyOf(page(`${body}<div>（责任编辑：王岸）</div>`)).credit).toBe(1);
    expect(bodyOf(page(inParagraphs([`河湾社9月8日电 ${zhParagraph(90)}`]))).credit).toBe(1);
  });

  it('prefers the h1 to the same words in a list above it', () => {
    const page = documentOf(
      `<title>${EN_TITLE}</title><h3>${EN_TITLE}</h3>${'<p>x</p>'.repeat(60)}<h1>${EN_TITLE}</h1>${inParagraphs(repeat(3, () => enParagraph(2)))}`,
    );
    expect(bodyOf(page)).toMatchObject({ headline: 1, textFollowsHeadline: 1 });
  });

  it('takes the only h1 for an unsure headline, but not a linked one', () => {
    const page = (heading: string) =>
      documentOf(`<title>Another wording of the story</title>${heading}<p>${enParagraph(2)}</p>`);
    expect(bodyOf(page(`<h1>${EN_TITLE}</h1>`)).headline).toBe(0.4);
    expect(bodyOf(page(`<h1><a href="/">${EN_TITLE}</a></h1>`)).headline).toBe(0);
  });

  it('does not take the name of the site for a headline', () => {
    expect(bodyOf(documentOf('<title>河湾镇志愿者为老人送药上门_河湾新闻网</title><h1>河湾新闻网</h1>')).headline).toBe(
      0,
    );
  });
});

describe('the text', () => {
  it('counts Chinese characters and English words fairly', () => {
    const chinese = bodyOf(newsPage({ body: inParagraphs(repeat(4, () => zhParagraph(110))) }));
    const english = bodyOf(newsPage({ title: EN_TITLE, body: inParagraphs(repeat(4, () => enParagraph(2))) }));
    expect(Math.abs((chinese.longText ?? 0) - (english.longText ?? 0))).toBeLessThan(0.15);
  });

  it.each([
    [
      'teasers in cards',
      repeat(12, (i) => `<div><h3><a href="/${i}">消息</a></h3><p>${zhParagraph(60)}</p></div>`).join(''),
    ],
    ['list items', `<ul>${repeat(12, () => `<li>${zhParagraph(60)}</li>`).join('')}</ul>`],
  ])('does not add up %s', (_, body) => {
    expect(bodyOf(newsPage({ body }))).toMatchObject({ paragraphs: 0, longText: 0, littleText: 1 });
  });

  it.each([
    ['links', `<p><a href="/">${zhParagraph(300)}</a></p>`],
    ['navigation', `<nav><p>${zhParagraph(300)}</p></nav>`],
    ['words without sentences', `<p>${'河湾镇的志愿者'.repeat(40)}</p>`],
    ['scripts', `<p><script type="text/plain">${zhParagraph(300)}</script></p>`],
    ['text areas', `<p><textarea>${zhParagraph(300)}</textarea></p>`],
    ['hidden parts', `<div hidden><p>${zhParagraph(300)}</p></div>`],
  ])('does not count %s', (_, body) => {
    expect(bodyOf(newsPage({ body }))).toMatchObject({ longText: 0, littleText: 1 });
  });
});

it('sees that many people write on a page', () => {
  const avatars = (count: number) => documentOf('<img class="userAvatar">'.repeat(count));
  expect(peopleSignals(avatars(3)).manyPeople).toBe(0);
  expect(peopleSignals(avatars(40)).manyPeople).toBe(1);
});

it('weighs every reason', () => {
  expect(Object.keys(WEIGHTS).toSorted()).toEqual([...REASONS].toSorted());
});

it.each(['en', 'zh_CN'])('has words for every reason, and no others, in %s', (language) => {
  const file = new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url);
  const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8'))).filter((key) => key.startsWith('reason_'));
  expect(keys.toSorted()).toEqual(REASONS.map((reason) => `reason_${reason}`).toSorted());
});
