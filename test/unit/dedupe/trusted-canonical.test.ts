import { describe, expect, it } from 'vitest';
import { siteOf } from '../../../lib/dedupe/site-of';
import { trustedCanonical } from '../../../lib/dedupe/trusted-canonical';

const PAGE = 'https://m.example.com.cn/news/20261120/c88.html?from=app';

describe('a declared canonical address', () => {
  it.each([
    [
      'names the desktop page',
      'https://www.example.com.cn/a/202611/20/story.html',
      'example.com.cn/a/202611/20/story.html',
    ],
    ['is relative', '/a/202611/20/story.html', 'example.com.cn/a/202611/20/story.html'],
    ['has an id in its query', 'https://example.com.cn/?p=88', 'example.com.cn?p=88'],
  ])('counts when it %s', (_, canonical, key) => {
    expect(trustedCanonical(PAGE, canonical)).toBe(key);
  });

  it.each([
    ['is missing', null],
    ['is empty', ''],
    ['says nothing new', 'https://example.com.cn/news/20261120/c88.html#top'],
    ['is on another site', 'https://www.elsewhere.com.cn/news/20261120/c88.html'],
    ['is the front page', 'https://www.example.com.cn/'],
    ['is the front page by name', 'https://www.example.com.cn/index.html'],
    ['is the front page, shared', 'https://www.example.com.cn/?utm_source=app'],
    ['is a list', 'https://www.example.com.cn/finance/list_2.shtml'],
    ['is a tag', 'https://www.example.com.cn/topic'],
    ['is the channel above the page', 'https://m.example.com.cn/news/'],
    ['is no web address', 'javascript:void(0)'],
    ['is no address', 'https://'],
  ])('does not count when it %s', (_, canonical) => {
    expect(trustedCanonical(PAGE, canonical)).toBeNull();
  });
});

it.each([
  ['example.com', 'example.com'],
  ['news.example.com', 'example.com'],
  ['a.b.example.com.cn', 'example.com.cn'],
  ['news.example.co.uk', 'example.co.uk'],
  ['gov.cn', 'gov.cn'],
  ['localhost', 'localhost'],
  ['192.168.1.20', '192.168.1.20'],
  ['[::1]', '[::1]'],
])('the host %s belongs to the site %s', (host, site) => {
  expect(siteOf(host)).toBe(site);
});
