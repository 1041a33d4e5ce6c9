import { describe, expect, it, vi } from 'vitest';
import { applyChange } from '../../../lib/library/change';
import { failureOf, type ListFailure } from '../../../lib/library/list-failure';
import { openListSource, type ListResult, type ListView } from '../../../lib/library/list-source';
import { manageLibrary } from '../../../lib/library/manage';
import { NewerDatabaseError } from '../../../lib/library/open';
import type { LibraryDb } from '../../../lib/library/schema';
import { aLibrary, anArticle, keyword, save } from './a-library';

const everything: ListView = { query: '', place: 'all', tag: null, keyword: null, order: 'relevance' };

const page = (n: number, text: string) => anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇`, text });

async function aSource() {
  const db = aLibrary();
  await save(db, page(1, '码头边的潮汐钟停在了三点一刻。'), { keywords: [keyword('潮汐'), keyword('码头')] });
  await save(db, page(2, '书屋的灯亮到夜里十点，街上的人说它像一座小灯塔。'), { keywords: [keyword('书屋')] });
  await save(db, page(3, '潮水退去以后，渔船搁在浅滩上等下一次潮汐。'), { keywords: [keyword('潮汐')] });
  return { db, source: await openListSource(db, { apply: applyChange }) };
}

/** The first whole answer to a view. */
function ask(source: Awaited<ReturnType<typeof openListSource>>, view: Partial<ListView>): Promise<ListResult> {
  return new Promise((resolve, reject) => {
    const { stop } = source.watch(
      { ...everything, ...view },
      (result) => {
        if (!result.counted) return;
        stop();
        resolve(result);
      },
      reject,
    );
  });
}

const titles = ({ items }: ListResult) => items.map(({ row }) => row.title);

describe('the library as a list', () => {
  it('shows the newest first and says how many there are', async () => {
    const { source } = await aSource();
    const all = await ask(source, {});
    expect(titles(all)).toEqual(['第3篇', '第2篇', '第1篇']);
    expect(all).toMatchObject({ from: 0, extent: 3, total: 3 });
  });

  it('narrows by keyword, and by keyword and words together', async () => {
    const { source } = await aSource();
    expect(titles(await ask(source, { keyword: '潮汐' }))).toEqual(['第3篇', '第1篇']);
    const both = await ask(source, { keyword: '潮汐', query: '渔船' });
    expect(titles(both)).toEqual(['第3篇']);
    expect(both.items[0]?.snippet?.text).toContain('渔船');
    expect(titles(await ask(source, { keyword: '书屋', query: '渔船' }))).toEqual([]);
  });

  it('marks the words in a title', async () => {
    const { source } = await aSource();
    const { items } = await ask(source, { query: '第2篇' });
    expect(items[0]?.titleMarks).toEqual([[0, 3]]);
  });

  it('finds in the trash what is there and nothing else', async () => {
    const { source, db } = await aSource();
    const [row] = (await ask(source, { query: '书屋' })).items;
    await source.change([row?.row.id ?? ''], { to: 'trash' }, { now: Date.now() });
    expect(titles(await ask(source, { query: '书屋' }))).toEqual([]);
    expect(titles(await ask(source, { query: '书屋', place: 'trash' }))).toEqual(['第2篇']);
    expect(titles(await ask(source, { place: 'trash' }))).toEqual(['第2篇']);
    const [trashed] = (await ask(source, { place: 'trash' })).items;
    await source.change([trashed?.row.id ?? ''], { to: 'inbox' }, { now: Date.now() });
    expect(titles(await ask(source, { place: 'trash' }))).toEqual([]);
    expect(await db.articles.count()).toBe(3);
  });

  it('takes a removal back', async () => {
    const { source } = await aSource();
    const ids = [(await ask(source, {})).items[0]?.row.id ?? ''];
    const { undo } = await source.change(ids, { to: 'trash' }, { now: Date.now() });
    expect((await ask(source, {})).total).toBe(2);
    await undo(Date.now());
    expect((await ask(source, {})).total).toBe(3);
  });

  it('answers again after a change, until it is stopped', async () => {
    const { source, db } = await aSource();
    const totals: number[] = [];
    const { stop } = source.watch(
      everything,
      ({ total }) => totals.push(total),
      () => {},
    );
    await vi.waitUntil(() => totals.length > 0);
    await save(db, page(4, '雨停了，巷子里的石板还是湿的。'));
    await vi.waitUntil(() => totals.includes(4));
    stop();
    expect(totals.at(0)).toBe(3);
    expect(totals.at(-1)).toBe(4);
  });

  it('knows every article of a view, and its tags, for what is done to all of them', async () => {
    const { source, db } = await aSource();
    const manage = manageLibrary(db);
    const view = everything;
    const tides = await manage.idsOf({ ...view, query: '潮' });
    expect([await manage.idsOf(view), tides].map(({ length }) => length)).toEqual([3, 2]);
    await source.change(tides, { addTag: '海' }, { now: 1 });
    const told: unknown[] = [];
    const stop = manage.watchTags((tags) => told.push(tags));
    await vi.waitUntil(() => told.length === 1);
    const { undo } = await manage.renameLabel('tag', '海', '海边', { now: 2 });
    await vi.waitUntil(() => told.length === 2);
    await undo(3);
    await vi.waitUntil(() => told.length === 3);
    stop();
    expect(told).toEqual(['海', '海边', '海'].map((tag) => [{ tag, count: 2 }]));
  });

  it('refuses to open what a newer build wrote', async () => {
    const db = aLibrary();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(db.name, 99_990);
      request.addEventListener('success', () => {
        request.result.close();
        resolve();
      });
    });
    await expect(openListSource(db)).rejects.toBe('newer');
  });

  it.each<[string, unknown, ListFailure]>([
    ['a newer database', new NewerDatabaseError(), 'newer'],
    ['one that Dexie wrapped', Object.assign(new Error('x'), { name: 'NewerDatabaseError' }), 'newer'],
    ['a full quota', new DOMException('no', 'QuotaExceededError'), 'full'],
    ['a full quota inside of another error', new Error('AbortError: QuotaExceededError'), 'full'],
    ['a full disk in Chromium', new Error('AbortError: DataError Failed to write blobs (IOError)'), 'write'],
    ['anything else', new Error('UnknownError'), 'write'],
  ])('names %s', (_name, error, expected) => {
    expect(failureOf(error, 'write')).toBe(expected);
  });

  it('only moves articles where that is all it was opened for', async () => {
    const { db } = await aSource();
    const popup = await openListSource(db);
    const [id = ''] = await db.articles.toCollection().primaryKeys();
    await expect(popup.change([id], { favourite: true }, { now: 1 })).rejects.toBe('write');
    await popup.change([id], { to: 'archive' }, { now: 1 });
    expect(await db.articles.get(id)).toMatchObject({ state: 'archive', favourite: 0 });
  });

  it('does not write when the database is gone', async () => {
    const { source, db } = await aSource();
    (db as LibraryDb).close();
    await expect(source.change(['x'], { to: 'trash' }, { now: 1 })).rejects.toBe('write');
  });
});
