import { describe, expect, it } from 'vitest';
import { ENGLISH_STORY, jsonLd, read, STORY } from './read.ts';

const page = (line: string, head = '') =>
  read({
    head: `<title>河边小村迎来第一列火车</title>${head}`,
    body: `<h1>河边小村迎来第一列火车</h1><div class="x">${line}</div>${STORY}`,
  });
const english = (line: string, head = '', html = 'lang="en"') =>
  read({
    html,
    head: `<title>Mill opens again by the river</title>${head}`,
    body: `<h1>Mill opens again by the river</h1><div>${line}</div>${ENGLISH_STORY}`,
  });

describe('the publish time', () => {
  it.each([
    ['2022-09-08 08:53:26', '2022-09-08T08:53:26'],
    ['2022年9月8日 08:53', '2022-09-08T08:53'],
    ['2022年09月08日08:53 来源：晨光网', '2022-09-08T08:53'],
    ['发布时间：2022/9/8', '2022-09-08'],
    ['2022.09.08 下午3:05', '2022-09-08T15:05'],
    ['2022年9月8日（木）10時12分', '2022-09-08T10:12'],
    ['2022년 9월 8일', '2022-09-08'],
  ])('is read from the line %s', (line, expected) => {
    expect(page(line).publishedAt).toBe(expected);
  });

  it.each([
    ['Sept. 8, 2022', '2022-09-08'],
    ['By Ann Lee, September 8th, 2022 at 3:05 p.m. ET', '2022-09-08T15:05'],
    ['8 Sep 2022, 15:05 GMT', '2022-09-08T15:05Z'],
    ['Thursday, 8 September 2022 08.05', '2022-09-08T08:05'],
    ['Thu, 08 Sep 2022 08:05:09 +0200', '2022-09-08T08:05:09+02:00'],
    ['9/8/2022', '2022-09-08'],
    ['8. September 2022, 14:00 Uhr', '2022-09-08T14:00'],
    ['8 de septiembre de 2022', '2022-09-08'],
    ['le 8 août 2022 à 14h05', '2022-08-08T14:05'],
  ])('is read from the line %s', (line, expected) => {
    expect(english(line).publishedAt).toBe(expected);
  });

  it.each([
    ['<meta property="article:published_time" content="2022-09-08T23:30:00-05:00">', '2022-09-08T23:30:00-05:00'],
    ['<meta name="pubdate" content="20220908">', '2022-09-08'],
    ['<meta name="publishdate" content="2022-09-08">', '2022-09-08'],
    [
      jsonLd({
        '@graph': [{ '@type': 'WebSite' }, { '@type': ['NewsArticle'], datePublished: '2022-09-08T01:00:00Z' }],
      }),
      '2022-09-08T01:00:00Z',
    ],
  ])('is read from %s when no line shows it', (head, expected) => {
    expect(page('晨光网', head).publishedAt).toBe(expected);
  });

  it('keeps the day that the page shows, and learns its zone from the declared instant', () => {
    const declared = '<meta property="article:published_time" content="2022-09-09T00:30:00Z">';
    expect(english('Published September 8, 2022 7:30 pm', declared).publishedAt).toBe('2022-09-08T19:30-05:00');
  });

  it('takes the time from the declared twin of a shown day', () => {
    const declared = '<meta property="article:published_time" content="2022-09-08T07:30:00Z">';
    expect(english('September 8, 2022', declared).publishedAt).toBe('2022-09-08T07:30:00Z');
  });

  it.each([
    ['a date in the future', '有效期至 2031-01-01', null],
    ['an absurd date', '1066-10-14', null],
    ['an impossible day', '2022-02-31', null],
    ['a telephone number', '热线 2022-123456', null],
  ])('is not %s', (_, line, expected) => {
    expect(page(line).publishedAt).toBe(expected);
  });

  it('is not a date in a list of related stories', () => {
    const header = read({
      head: '<title>河边小村迎来第一列火车</title>',
      body: `<h1>河边小村迎来第一列火车</h1>${STORY}<ul><li><a href="/b">山里的学校</a> 2019-01-02</li></ul>`,
    });
    expect(header.publishedAt).toBeNull();
  });

  it('is not the date of today in the head of the page', () => {
    const header = read({
      head: '<title>河边小村迎来第一列火车</title>',
      body: `<div>2026年11月23日 星期一</div><h1>河边小村迎来第一列火车</h1><div>2022-09-08 08:53</div>${STORY}`,
    });
    expect(header.publishedAt).toBe('2022-09-08T08:53');
  });

  it('is the declared one when the address agrees and the line does not', () => {
    const url = 'https://news.example.org/2022/0908/1.html';
    const body = `<h1>河边小村迎来第一列火车</h1><div>大会将于2020年1月5日举行</div>${STORY}`;
    const head = '<title>河边小村迎来第一列火车</title><meta name="publishdate" content="2022-09-08">';
    expect(read({ head, body }, url).publishedAt).toBe('2022-09-08');
  });

  it('is read from a labelled line after the story', () => {
    const body = `<h1>河边小村迎来第一列火车</h1>${STORY}<div>发布日期：2022-09-08 14:34</div>`;
    expect(read({ head: '<title>河边小村迎来第一列火车</title>', body }).publishedAt).toBe('2022-09-08T14:34');
  });

  it('is read from a time element when the page says only how long ago', () => {
    const header = english('<time datetime="2022-09-08T10:00:00Z">3 hours ago</time>');
    expect(header).toMatchObject({ publishedAt: '2022-09-08T10:00:00Z', provenance: { publishedAt: 'time' } });
  });

  it('falls back to the day in the address', () => {
    const header = read({ body: `<h1>河边小村</h1>${STORY}` }, 'https://news.example.org/2022-09/08/content_1.htm');
    expect(header).toMatchObject({ publishedAt: '2022-09-08', provenance: { publishedAt: 'address' } });
  });
});

describe('the update time', () => {
  it('is read beside the publish time', () => {
    const header = english('Published September 8, 2022 7:30 am · Updated September 9, 2022 8:15 am');
    expect(header).toMatchObject({ publishedAt: '2022-09-08T07:30', updatedAt: '2022-09-09T08:15' });
  });

  it('is none when it only repeats the publish time', () => {
    const head = '<meta property="article:modified_time" content="2022-09-08T07:30:12Z">';
    expect(english('September 8, 2022 07:30', head).updatedAt).toBeNull();
  });
});

it('believes the page, not a tag that holds the time of the request', () => {
  const tag = '<meta property="article:published_time" content="2026-11-23T11:59:00Z">';
  expect(page('发布时间：2022-09-08 08:53', tag).publishedAt).toBe('2022-09-08T08:53');
});
