import { describe, expect, it } from 'vitest';
import { hashOf, listAt, readRoute, type Route } from '../../../../entrypoints/library/route';

describe('the address of the library page', () => {
  it.each<[string, Route]>([
    ['', listAt('all')],
    ['#/', listAt('all')],
    ['#/trash', listAt('trash')],
    ['#/unread', listAt('unread')],
    ['#/article/01JD', { view: 'article', id: '01JD' }],
    ['#/keyword/%E6%BD%AE%E6%B1%90', listAt('all', { keyword: '潮汐' })],
    ['#/tag/%E5%91%A8%E6%9C%AB', listAt('all', { tag: '周末' })],
    ['#/article/', listAt('all')],
    ['#/keyword/%E6', listAt('all', { keyword: '%E6' })],
    ['#/nowhere', listAt('all')],
    ['#/all', listAt('all')],
  ])('%s', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });

  it.each<Route>([
    listAt('trash'),
    listAt('favourites'),
    listAt('all', { keyword: 'A/B 测试 50%' }),
    listAt('all', { tag: '#/trash' }),
    listAt('all'),
    { view: 'article', id: '01JD/..' },
  ])('comes back as it went: %o', (route) => {
    expect(readRoute(hashOf(route))).toEqual(route);
  });
});
