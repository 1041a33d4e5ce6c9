import { describe, expect, it } from 'vitest';
import { ENGLISH_STORY, jsonLd, read, STORY } from './read.ts';

const page = (head: string, body = '', url?: string) =>
  read({ head, body: `<h1>河边小村迎来第一列火车</h1>${STORY}${body}` }, url);

describe('declared keywords', () => {
  it.each([
    [
      'a visible line',
      '<meta name="keywords" content="甲,乙">',
      '<div>关键词：铁路 小村 河流</div>',
      ['铁路', '小村', '河流'],
    ],
    ['linked tags', '', '<div>标签：<a href="/1">铁路</a><a href="/2">小村 河流</a></div>', ['铁路', '小村 河流']],
    ['a line with another credit', '', '<div>关键词：铁路 小村 责任编辑：李四</div>', ['铁路', '小村']],
    ['the second half of a line', '', '<div>责任编辑：李四 关键词：铁路,小村</div>', ['铁路', '小村']],
    [
      'a list below its label',
      '',
      '<div>标签：</div><ul><li><a href="/1">铁路</a></li><li><a href="/2">小村</a></li></ul><p>下一段</p>',
      ['铁路', '小村'],
    ],
    ['JSON-LD', jsonLd({ '@type': 'NewsArticle', headline: 'x', keywords: ['铁路', '小村'] }), '', ['铁路', '小村']],
    [
      'JSON-LD in one string',
      jsonLd({ '@type': 'NewsArticle', headline: 'x', keywords: '铁路, 小村' }),
      '',
      ['铁路', '小村'],
    ],
    [
      'article:tag',
      '<meta property="article:tag" content="铁路"><meta property="article:tag" content="小村">',
      '',
      ['铁路', '小村'],
    ],
    [
      'the keywords tag, Chinese commas',
      '<meta name="keywords" content="铁路，小村、河流">',
      '',
      ['铁路', '小村', '河流'],
    ],
    ['the keywords tag, spaces only', '<meta name="keywords" content="铁路 小村">', '', ['铁路', '小村']],
    ['English, spaces kept', '<meta name="keywords" content="night train, village">', '', ['night train', 'village']],
    ['nothing', '', '', []],
  ])('are read from %s', (_, head, body, expected) => {
    expect(page(head, body).declaredKeywords).toEqual(expected);
  });
});

describe('JSON-LD', () => {
  it.each([
    ['broken', '{"@type":"NewsArticle","headline":'],
    ['nothing', 'null'],
    ['deep', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    [
      'of wrong types',
      { '@type': 'NewsArticle', headline: 7, author: { name: {} }, datePublished: [null], keywords: [{}, 3], image: 5 },
    ],
  ])('that is %s does no harm', (_, value) => {
    expect(page(jsonLd(value))).toMatchObject({ title: '河边小村迎来第一列火车', byline: null, declaredKeywords: [] });
  });

  it('is forgiven comments, trailing commas and raw line breaks', () => {
    const sloppy = '<!-- {"@type":"NewsArticle","headline":"x\ny","author":[{"name":"Ann Lee"},],} -->';
    expect(page(jsonLd(sloppy)).byline).toBe('Ann Lee');
  });
});

describe('addresses', () => {
  it.each([
    ['absolute', 'https://news.example.org/b/2.html', 'https://news.example.org/b/2.html'],
    ['relative', '/b/2.html', 'https://news.example.org/b/2.html'],
    ['without its fragment', '/b/2.html#top', 'https://news.example.org/b/2.html'],
    ['of the front page: not believed', 'https://news.example.org/', null],
    ['javascript: not believed', 'javascript:void(0)', null],
  ])('canonical %s', (_, href, expected) => {
    expect(page(`<link rel="canonical" href="${href}">`).canonicalUrl).toBe(expected);
  });

  it('are read against the base element', () => {
    const header = page('<base href="https://img.example.org/x/"><meta property="og:image" content="1.jpg">');
    expect(header.leadImage).toBe('https://img.example.org/x/1.jpg');
  });

  it('pass over a base that is no web address', () => {
    expect(page('<base href="data:text/html,"><meta property="og:image" content="/1.jpg">').leadImage).toBe(
      'https://news.example.org/1.jpg',
    );
  });

  it('of a lead picture are not those of a logo', () => {
    const head =
      '<meta property="og:image" content="/img/logo.png">' +
      jsonLd({ '@type': 'NewsArticle', headline: 'x', image: { url: '/p/2.jpg' } });
    expect(page(head)).toMatchObject({
      leadImage: 'https://news.example.org/p/2.jpg',
      provenance: { leadImage: 'json-ld' },
    });
  });
});

describe('the language', () => {
  it.each([
    ['is declared', 'lang="zh-CN"', STORY, 'zh-CN'],
    ['is not English on a Chinese page that says so', 'lang="en"', STORY, 'zh-Hans'],
    [
      'is traditional Chinese by its characters',
      '',
      '<p>這個國家的人們說，河邊的學校開門的時候，從前的老師都會來，對孩子們說起發大水的事情。</p>',
      'zh-Hant',
    ],
    [
      'is Japanese by its kana',
      '',
      '<p>川のほとりの小さな村に、はじめての列車がやってきた。子どもたちは橋の上から手を振り、老人たちは昔の洪水の話をした。</p>',
      'ja',
    ],
    ['is English by its small words', '', ENGLISH_STORY, 'en'],
    [
      'is German by its small words, though the page says English',
      'lang="en"',
      '<p>Das Dorf an dem Fluss ist nicht groß, und die Kinder, die auf der Brücke stehen, warten mit den Alten auf den Zug, der im Frühling zum ersten Mal auch für eine Stunde in der Stadt hält und sich dann wieder auf den Weg macht.</p>',
      'de',
    ],
    ['is a kept region', 'lang="en_GB"', ENGLISH_STORY, 'en-GB'],
    ['is empty when nothing tells', '', '<p>…</p>', ''],
  ])('%s', (_, html, body, expected) => {
    expect(read({ html, body }).lang).toBe(expected);
  });

  it.each([
    ['declared', 'dir="rtl"', '<p>x</p>', 'rtl'],
    [
      'of Arabic',
      '',
      '<p>في القرية الصغيرة على ضفة النهر ينتظر الأطفال وصول القطار الأول في الربيع مع الشيوخ</p>',
      'rtl',
    ],
    ['of the rest', '', STORY, 'ltr'],
  ])('direction: %s', (_, html, body, expected) => {
    expect(read({ html, body }).dir).toBe(expected);
  });
});

it('leaves the page as it was', () => {
  const markup = `<h1>河边小村</h1><div>来源：鲁南报 2022-09-08</div>${STORY}`;
  const header = read({ body: markup });
  expect(header.headline?.ownerDocument.body.innerHTML).toBe(markup);
});
