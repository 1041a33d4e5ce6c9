import { describe, expect, it, vi } from 'vitest';
import {
  failureOf,
  openListSource,
  type ListFailure,
  type ListResult,
  type ListView,
} from '../../../lib/library/list-source';
import { NewerDatabaseError } from '../../../lib/library/open';
import type { LibraryDb } from '../../../lib/library/schema';
import { aLibrary, anArticle, keyword, save } from './a-library';

const everything: ListView = { query: '', keyword: null, trash: false, limit: 50 };

const page = (n: number, text: string) => anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇`, text });

async function aSource() {
  const db = aLibrary();
  await save(db, page(1, '码头边的潮汐钟停在了三点一刻。'), { keywords: [keyword('潮汐'), keyword('码头')] });
  await save(db, page(2, '书屋的灯亮到夜里十点，街上的人说它像一座小灯塔。'), { keywords: [keyword('书屋')] });
  await save(db, page(3, '潮水退去以后，渔船搁在浅滩上等下一次潮汐。'), { keywords: [keyword('潮汐')] });
  return { db, source: await openListSource(db) };
}

/** The first answer to a view. */
function ask(source: Awaited<ReturnType<typeof openListSource>>, view: Partial<ListView>): Promise<ListResult> {
  return new Promise((resolve, reject) => {
    const stop = source.watch(
      { ...everything, ...view },
      (result) => {
        stop();
        resolve(result);
      },
      reject,
    );
  });
}

const titles = ({ items }: ListResult) => items.map(({ row }) => row.title);

describe('the library as a list', () => {
  it('shows the newest first and says whether that is all', async () => {
    const { source } = await aSource();
    const first = await ask(source, { limit: 2 });
    expect(titles(first)).toEqual(['第3篇', '第2篇']);
    expect(first).toMatchObject({ total: 3, complete: false });
    expect((await ask(source, {})).complete).toBe(true);
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
    await source.remove(row?.row.id ?? '', Date.now());
    expect(titles(await ask(source, { query: '书屋' }))).toEqual([]);
    expect(titles(await ask(source, { query: '书屋', trash: true }))).toEqual(['第2篇']);
    expect(titles(await ask(source, { trash: true }))).toEqual(['第2篇']);
    const [trashed] = (await ask(source, { trash: true })).items;
    if (trashed) await source.restore(trashed.row, Date.now());
    expect(titles(await ask(source, { trash: true }))).toEqual([]);
    expect(await db.articles.count()).toBe(3);
  });

  it('takes a removal back', async () => {
    const { source } = await aSource();
    const undo = await source.remove((await ask(source, {})).items[0]?.row.id ?? '', Date.now());
    expect((await ask(source, {})).total).toBe(2);
    await undo(Date.now());
    expect((await ask(source, {})).total).toBe(3);
  });

  it('answers again after a change, until it is stopped', async () => {
    const { source, db } = await aSource();
    const totals: number[] = [];
    const stop = source.watch(
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

  it('does not write when the database is gone', async () => {
    const { source, db } = await aSource();
    (db as LibraryDb).close();
    await expect(source.remove('x', 1)).rejects.toBe('write');
  });
});
