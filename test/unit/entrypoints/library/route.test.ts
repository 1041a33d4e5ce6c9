import { describe, expect, it } from 'vitest';
import { hashOf, readRoute, type Route } from '../../../../entrypoints/library/route';

describe('the address of the library page', () => {
  it.each<[string, Route]>([
    ['', { view: 'list', keyword: null }],
    ['#/', { view: 'list', keyword: null }],
    ['#/trash', { view: 'trash' }],
    ['#/article/01JD', { view: 'article', id: '01JD' }],
    ['#/keyword/%E6%BD%AE%E6%B1%90', { view: 'list', keyword: '潮汐' }],
    ['#/article/', { view: 'list', keyword: null }],
    ['#/keyword/%E6', { view: 'list', keyword: '%E6' }],
    ['#/nowhere', { view: 'list', keyword: null }],
  ])('%s', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });

  it.each<Route>([
    { view: 'trash' },
    { view: 'list', keyword: 'A/B 测试 50%' },
    { view: 'list', keyword: null },
    { view: 'article', id: '01JD/..' },
  ])('comes back as it went: %o', (route) => {
    expect(readRoute(hashOf(route))).toEqual(route);
  });
});
