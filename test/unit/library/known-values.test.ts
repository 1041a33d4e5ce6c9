import { describe, expect, it, vi } from 'vitest';
import type { ArticleRow } from '../../../lib/article';
import { backendOf } from '../../../lib/library/backend';
import { knownValues } from '../../../lib/library/known-values';
import { aLibrary } from './a-library';

const row = (n: number, change: Partial<ArticleRow>): ArticleRow => ({
  id: `a${String(n).padStart(5, '0')}`,
  url: `https://www.news.example.com/${n}`,
  urlKeys: [],
  title: `Title ${n}`,
  byline: null,
  source: '江城晚报',
  lang: 'zh-CN',
  dir: 'ltr',
  publishedAt: null,
  savedAt: n,
  minutes: 1,
  state: 'inbox',
  favourite: 0,
  tags: [],
  keywords: [],
  note: '',
  leadImage: null,
  excerpt: '',
  docNo: n,
  contentHash: '',
  fingerprint: '',
  stamps: {},
  saves: [],
  ...change,
});

/** Beside some old articles, as many others as are read for their sources and more, or none. */
async function aLibraryOf(others: number) {
  const db = aLibrary();
  await db.articles.bulkPut([
    row(1, {
      tags: ['Economy', '经济'],
      keywords: ['潮汐'],
      source: 'Harbour Courier',
      url: 'https://courier.example/1',
    }),
    row(2, { tags: ['economy', 'to read'], keywords: ['潮汐', '码头'] }),
    row(3, { tags: ['Old'], keywords: ['潮汐'], state: 'trash' }),
    row(4, { tags: ['ecology'], keywords: ['大潮'], state: 'archive' }),
    ...Array.from({ length: others }, (_, i) => row(10 + i, { keywords: [`k${i}`, 'common'] })),
  ]);
  const backend = await backendOf(db);
  return { db, backend, values: knownValues(backend) };
}

const listed = (found: { value: string; count: number | null }[]) =>
  found.map(({ value, count }) => (count === null ? value : `${value} ${count}`)).join(', ');

describe.each([
  ['a small library', 0],
  ['a large library', 1100],
])('the values that %s has', (_name, others) => {
  it('are counted under one spelling, those of more articles first, and none of the trash', async () => {
    const { values } = await aLibraryOf(others);
    const all = listed(await values.of('tag', ''));
    expect(all.toLowerCase()).toMatch(/^economy 2, /);
    expect(new Set(all.toLowerCase().split(', '))).toEqual(new Set(['economy 2', '经济 1', 'to read 1', 'ecology 1']));
  });

  it('go on from what is typed', async () => {
    const { values } = await aLibraryOf(others);
    expect(listed(await values.of('tag', 'EC')).toLowerCase()).toBe('economy 2, ecology 1');
    expect(listed(await values.of('tag', '经'))).toBe('经济 1');
    expect(listed(await values.of('keyword', '潮'))).toMatch(/^潮汐 2/);
    expect(await values.of('tag', 'none of them')).toEqual([]);
    expect(await values.of('keyword', '\uffff')).toEqual([]);
  });
});

describe('sources and sites', () => {
  it('are counted in a small library; a part of a name is enough', async () => {
    const { values } = await aLibraryOf(0);
    expect(listed(await values.of('source', ''))).toBe('江城晚报 2, Harbour Courier 1');
    expect(listed(await values.of('source', '晚报'))).toBe('江城晚报 2');
    expect(listed(await values.of('source', 'har'))).toBe('Harbour Courier 1');
    expect(listed(await values.of('site', ''))).toBe('news.example.com 2, courier.example 1');
  });

  it('of a large library are those of the latest articles, without a number that would not be true', async () => {
    const { values } = await aLibraryOf(1100);
    expect(listed(await values.of('source', ''))).toBe('江城晚报');
    expect(listed(await values.of('site', 'news'))).toBe('news.example.com');
  });
});

describe('a large library', () => {
  it('is read once for many key strokes, and no further than is needed', async () => {
    const { backend, values } = await aLibraryOf(1100);
    await values.of('source', '');
    const opened = vi.spyOn(backend, 'transaction');
    await values.of('source', 'h');
    await values.of('site', 'n');
    expect(opened).not.toHaveBeenCalled();
    const keys = vi.spyOn(IDBCursor.prototype, 'continue');
    await values.of('keyword', 'k');
    expect(keys.mock.calls.length).toBeLessThanOrEqual(50);
  });

  it('is counted as far as anybody would', async () => {
    const { values } = await aLibraryOf(1100);
    expect(await values.of('keyword', 'comm')).toEqual([{ value: 'common', count: 100, more: true }]);
  });

  it('is read anew after a change', async () => {
    const { db, values } = await aLibraryOf(0);
    expect(listed(await values.of('tag', 'new'))).toBe('');
    await db.articles.put(row(5, { tags: ['newest'] }));
    values.forget();
    expect(listed(await values.of('tag', 'new'))).toBe('newest 1');
  });
});
