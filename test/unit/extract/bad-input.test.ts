import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../lib/extract/extract.ts';

const URL_OF_PAGE = 'https://news.example/2026/1123/story.html';
const now = new Date('2026-11-23T08:00:00Z');
const TITLE = 'The ferry crew that counted every crate';
const SENTENCE =
  'The ferry crew tied up at the old pier before dawn, counted the crates twice, and wrote down which of them the sea had opened.';
const STORY = `<h1>${TITLE}</h1><p>20 November 2026</p>${`<p>${SENTENCE} ${SENTENCE} ${SENTENCE}</p>`.repeat(5)}`;

/** An article with `head` in its head and `end` behind its last paragraph. */
function read(head: string, end = '') {
  const html = `<!doctype html><html lang="en"><head><title>${TITLE}</title>${head}</head><body><article>${STORY}${end}</article></body></html>`;
  return extract(new JSDOM(html, { url: URL_OF_PAGE }).window.document, { url: URL_OF_PAGE, now })?.article;
}

const linked = (data: string) => `<script type="application/ld+json">${data}</script>`;
const article = (fields: object) =>
  linked(JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: TITLE, ...fields }));

describe('JSON-LD that cannot be trusted', () => {
  it.each([
    ['cut off', linked('{"@type":"NewsArticle","headline":')],
    ['no JSON', linked('<!-- nothing -->')],
    ['only null', linked('null')],
    ['5 MB', linked(JSON.stringify({ '@type': 'NewsArticle', headline: 'x'.repeat(5_000_000) }))],
    ['5 MB of nested lists', linked(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['another headline', article({ headline: 'Ten gifts for under ten pounds' })],
    ['markup in the headline', article({ headline: '<img src=x onerror=alert(1)>' })],
    ['a list of lists as headline', article({ headline: [[['x']], { '@value': { '@value': 1 } }] })],
    [
      'keys of the prototype',
      linked('{"@type":"NewsArticle","__proto__":{"headline":"x","polluted":1},"constructor":1}'),
    ],
    ['a graph within itself', linked(`{"@graph":${'[{"@graph":'.repeat(500)}1${'}]'.repeat(500)}}`)],
  ])('changes neither headline nor text: %s', (_, head) => {
    const found = read(head);
    expect(found?.title).toBe(TITLE);
    expect(found?.text).toContain(SENTENCE);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['a date in the future', { datePublished: '2031-01-01T00:00:00Z' }],
    ['a date before the web', { datePublished: '0001-01-01' }],
    ['no date', { datePublished: 'yesterday-ish <script>' }],
    ['a number', { datePublished: 4_102_444_800_000 }],
  ])('gives way to the date that the page shows: %s', (_, fields) => {
    expect(read(article(fields))?.publishedAt?.slice(0, 10)).toBe('2026-11-20');
  });
});

describe('a base that points elsewhere', () => {
  const PICTURE = `<figure><img src="/up/1.jpg" width="600" height="400"></figure><p><a href="/next">${SENTENCE}</a> ${SENTENCE}</p>`;
  it.each([
    ['to code', '<base href="javascript:alert(1)//">', 'https://news.example/up/1.jpg'],
    ['to data', '<base href="data:text/html,x">', 'https://news.example/up/1.jpg'],
    ['nowhere', '<base href="http://[">', 'https://news.example/up/1.jpg'],
    ['to another site, as browsers follow it', '<base href="https://cdn.example/a/">', 'https://cdn.example/up/1.jpg'],
    [
      'twice: the first holds',
      '<base href="https://cdn.example/"><base href="https://x.example/">',
      'https://cdn.example/up/1.jpg',
    ],
    [
      'without an address, then with one',
      '<base target="_top"><base href="https://cdn.example/">',
      'https://cdn.example/up/1.jpg',
    ],
  ])('leads to the picture that the page shows: %s', (_, head, address) => {
    const found = read(head, PICTURE);
    expect(found?.images).toEqual([address]);
    expect(found?.html).toContain(`href="${address.replace('up/1.jpg', 'next')}"`);
  });
});

describe('names that hide what code reads', () => {
  const HOTEL = `<form name="body"><input name="children"><input name="attributes"><input name="parentNode">
<input name="removeAttribute"><input name="nodeName"><input name="firstChild"><p>${SENTENCE} ${SENTENCE}</p></form>`;
  it.each([
    ['fields of a form in the article', HOTEL],
    ['a picture named like a method', '<img name="querySelectorAll" id="x" src="/up/1.jpg">'],
    ['a form named like the body', '<form name="body"></form>'],
    ['a frame named like the root', '<iframe name="documentElement"></iframe>'],
    ['a picture named like cloning', '<img name="cloneNode" src="/up/1.jpg">'],
  ])('do not keep the article from being read: %s', (_, markup) => {
    expect(read('', markup)?.text).toContain(SENTENCE);
  });
});
