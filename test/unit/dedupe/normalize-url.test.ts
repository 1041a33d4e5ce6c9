import { describe, expect, it } from 'vitest';
import { normalizeUrl } from '../../../lib/dedupe/normalize-url';

const STORY = 'example.com/2026/11/20/story.html';

describe('addresses of one page', () => {
  it.each([
    ['the scheme', 'http://example.com/2026/11/20/story.html'],
    ['www', 'https://www.example.com/2026/11/20/story.html'],
    ['a mobile host', 'https://m.example.com/2026/11/20/story.html'],
    ['a WAP host', 'http://wap.example.com/2026/11/20/story.html'],
    ['two of them', 'http://www.m.example.com/2026/11/20/story.html'],
    ['a host in capitals and a port that goes without saying', 'HTTPS://Example.COM:443/2026/11/20/story.html'],
    ['a fragment', 'https://example.com/2026/11/20/story.html#comments'],
    ['a last slash', 'https://example.com/2026/11/20/story.html/'],
    ['doubled slashes', 'https://example.com//2026/11//20/story.html'],
    ['campaign parameters', 'https://example.com/2026/11/20/story.html?utm_source=a&utm_medium=b&fbclid=c'],
    ['campaign parameters in capitals', 'https://example.com/2026/11/20/story.html?UTM_Source=a'],
    ['what a messenger adds', 'https://example.com/2026/11/20/story.html?from=timeline&isappinstalled=0'],
    ['what a shop platform adds', 'https://example.com/2026/11/20/story.html?spm=a2.1&scm=20140722'],
    ['what a video app adds', 'https://example.com/2026/11/20/story.html?share_source=copy_web&vd_source=9f'],
    ['an AMP file', 'https://example.com/2026/11/20/story.amp.html'],
    ['an AMP folder', 'https://example.com/amp/2026/11/20/story.html'],
    ['an AMP ending', 'https://example.com/2026/11/20/story.html/amp/'],
    ['an AMP parameter', 'https://example.com/2026/11/20/story.html?amp=1'],
    ['another AMP parameter', 'https://example.com/2026/11/20/story.html?outputType=amp'],
    ['an AMP host', 'https://amp.example.com/2026/11/20/story.html'],
    ['a search engine’s AMP viewer', 'https://www.google.com/amp/s/example.com/2026/11/20/story.amp.html'],
    ['an AMP cache', 'https://example-com.cdn.ampproject.org/c/s/example.com/2026/11/20/story.html?amp=1'],
    ['a name and a password', 'https://me:secret@example.com/2026/11/20/story.html'],
    ['spaces around', '  https://example.com/2026/11/20/story.html\n'],
  ])('differ by %s and have one key', (_, address) => {
    expect(normalizeUrl(address)).toBe(STORY);
  });

  it.each([
    ['order of parameters', 'https://a.com/s?mid=2&idx=1', 'https://a.com/s?idx=1&mid=2'],
    ['escapes', 'https://a.com/%E6%96%B0%E9%97%BB?q=%e4%b8%ad', 'https://a.com/新闻?q=中'],
    ['the name of an index file', 'https://a.com/news/index.shtml', 'https://a.com/news/'],
    ['a host in another script', 'https://新闻.example/a', 'https://xn--efvy88h.example/a'],
    [
      'a share signature beside what names the article',
      'https://a.com/s?__biz=M==&mid=2&chksm=x&scene=27',
      'https://a.com/s?mid=2&__biz=M==&scene=27',
    ],
  ])('%s', (_, first, second) => {
    expect(normalizeUrl(first)).toBe(normalizeUrl(second));
  });
});

describe('addresses of different pages', () => {
  it.each([
    ['paths', 'https://a.com/1', 'https://a.com/2'],
    ['case of the path', 'https://a.com/Ab', 'https://a.com/aB'],
    ['a parameter that names the article', 'https://a.com/?id=1', 'https://a.com/?id=2'],
    ['a parameter that may track or not', 'https://a.com/a?from=2026', 'https://a.com/a?from=2025'],
    ['a route after the hash', 'https://a.com/#/news/1', 'https://a.com/#/news/2'],
    ['a hash-bang route', 'https://a.com/#!/news/1', 'https://a.com/#!/news/2'],
    ['sections with hosts of their own', 'https://news.a.com/1', 'https://sports.a.com/1'],
    ['ports', 'http://localhost:8080/1', 'http://localhost:8081/1'],
    ['page numbers', 'https://a.com/1.html?page=2', 'https://a.com/1.html?page=3'],
    ['a word that only begins like amp', 'https://a.com/ampere', 'https://a.com/ere'],
  ])('keep different keys: %s', (_, first, second) => {
    expect(normalizeUrl(first)).not.toBe(normalizeUrl(second));
  });
});

describe('odd addresses', () => {
  it.each([
    ['a host that is nothing but a mobile label and a top-level domain', 'https://m.cn/a', 'm.cn/a'],
    ['a ministry', 'https://www.gov.cn/zhengce/1.htm', 'www.gov.cn/zhengce/1.htm'],
    ['an IP address', 'http://127.0.0.1:3000/a', '127.0.0.1:3000/a'],
    ['a stray per cent sign', 'https://a.com/100%/b', 'a.com/100%/b'],
    ['a file', 'file:///home/me/a.html#x', 'file:///home/me/a.html'],
    ['no address', 'not an address', 'not an address'],
    ['nothing', '', ''],
  ])('%s', (_, address, key) => {
    expect(normalizeUrl(address)).toBe(key);
  });

  it('never throws, and a key is stable', () => {
    for (const address of [
      'https://',
      'https://[::1]/a?%',
      'http://a.com/%ZZ?%E4%B8',
      '\ud800',
      'https://a.com/?\udc00=1',
      'javascript:alert(1)',
    ]) {
      expect(normalizeUrl(address)).toBe(normalizeUrl(address));
    }
  });
});
