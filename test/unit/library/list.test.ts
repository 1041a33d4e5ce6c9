import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../../lib/article';
import { countPlaces } from '../../../lib/library/count-places';
import { listIds } from '../../../lib/library/list-ids';
import { type Filter, isIn, type Place } from '../../../lib/library/place';
import { setFavourite, setRead, setState } from '../../../lib/library/state';
import { addLabel } from '../../../lib/library/labels';
import { countArticles, listArticles } from '../../soak/listed';
import { anArticle, aLibrary, keyword, save } from './a-library';

const page = (n: number) => anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇` });
const all: Filter = { place: 'all', tag: null, keyword: null };
const titles = ({ rows }: { rows: ArticleRow[] }) => rows.map(({ title }) => title);

/**
 * 1 archived favourite, read · 2 archived, tagged · 3 in the trash, favourite, tagged · 4 favourite, tagged · 5 read ·
 * 6 tagged, read; the even ones have a keyword of their own.
 */
async function aMixedLibrary() {
  const db = aLibrary();
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5, 6])
    ids.push((await save(db, page(n), { keywords: [keyword('阅读'), ...(n % 2 ? [] : [keyword('城市')])] })).id);
  const those = (...ns: number[]) => ns.map((n) => ids[n - 1] ?? '');
  const bulk = { now: 1_900_000_000_000 };
  await setState(db, those(1, 2), 'archive', bulk);
  await setState(db, those(3), 'trash', bulk);
  await setFavourite(db, those(1, 3, 4), true, bulk);
  await setRead(db, those(1, 5, 6), true, bulk);
  await addLabel(db, 'tag', those(2, 3, 4, 6), '周末', bulk);
  return { db, those };
}

describe('a list', () => {
  it.each<[Place, number[]]>([
    ['inbox', [6, 5, 4]],
    ['unread', [4, 2]],
    ['favourites', [4, 1]],
    ['archive', [2, 1]],
    ['all', [6, 5, 4, 2, 1]],
    ['trash', [3]],
  ])('of %s holds what belongs there, newest first, and knows how many', async (place, expected) => {
    const { db } = await aMixedLibrary();
    const found = await listArticles(db, { ...all, place }, 10);
    expect(titles(found)).toEqual(expected.map((n) => `第${n}篇`));
    expect(found.complete).toBe(true);
    expect(await countArticles(db, { ...all, place })).toBe(expected.length);
    expect((await countPlaces(db))[place]).toBe(expected.length);
    const first = await listArticles(db, { ...all, place }, 1);
    expect([titles(first), first.complete]).toEqual([[`第${expected[0]}篇`], expected.length === 1]);
  });

  it.each<[Partial<Filter>, number[]]>([
    [{ tag: '周末' }, [6, 4, 2]],
    [{ keyword: '城市' }, [6, 4, 2]],
    [{ keyword: '城' }, []],
    [{ tag: '周末', keyword: '阅读', place: 'inbox' }, [6, 4]],
    [{ tag: '周末', place: 'trash' }, [3]],
    [{ tag: '周末', place: 'unread' }, [4, 2]],
    [{ tag: '周末', keyword: '城市', place: 'unread' }, [4, 2]],
    [{ keyword: '阅读', place: 'favourites' }, [4, 1]],
    [{ tag: '没有' }, []],
  ])('narrowed by %j holds what has all of it', async (filter, expected) => {
    const { db, those } = await aMixedLibrary();
    const wanted = { ...all, ...filter };
    expect(titles(await listArticles(db, wanted, 10))).toEqual(expected.map((n) => `第${n}篇`));
    expect((await listArticles(db, wanted, 1)).complete).toBe(expected.length < 2);
    expect(await countArticles(db, wanted)).toBe(expected.length);
    expect((await listIds(db, wanted)).toSorted()).toEqual(those(...expected).toSorted());
    const rows = await db.articles.toArray();
    expect(rows.filter((row) => isIn(wanted, row)).map(({ id }) => id)).toEqual(those(...expected).toSorted());
  });

  it('moves an article up that is saved again', async () => {
    const { db } = await aMixedLibrary();
    await save(db, page(4), { keywords: [keyword('城市')] });
    expect(titles(await listArticles(db, { ...all, tag: '周末' }, 10))).toEqual(['第4篇', '第6篇', '第2篇']);
    expect(titles(await listArticles(db, { ...all, place: 'favourites' }, 10))).toEqual(['第4篇', '第1篇']);
  });

  it('keeps one order among saves of one moment', async () => {
    const db = aLibrary();
    await Promise.all([1, 2, 3, 4].map((n) => save(db, page(n), { now: 5000 })));
    const whole = await listArticles(db, all, 10);
    expect((await listArticles(db, all, 2)).rows).toEqual(whole.rows.slice(0, 2));
    expect(titles(await listArticles(db, { ...all, place: 'unread', keyword: '图书馆' }, 10))).toEqual(titles(whole));
  });
});

it('finds what has all of it also where each label alone is on thousands', async () => {
  const db = aLibrary();
  const { id } = await save(db, page(0));
  const row = (await db.articles.get(id)) as ArticleRow;
  const made = Array.from({ length: 2100 }, (_, n) => ({
    ...row,
    id: `made ${String(n).padStart(4, '0')}`,
    docNo: 1000 + n,
    savedAt: n,
    tags: n === 7 ? [] : ['周末'],
    favourite: n === 9 ? (0 as const) : (1 as const),
  }));
  await db.articles.bulkAdd(made);
  const filter: Filter = { place: 'favourites', tag: '周末', keyword: '图书馆' };
  const { rows } = await listArticles(db, filter, 3);
  expect(rows.map(({ savedAt }) => savedAt)).toEqual([2099, 2098, 2097]);
  expect(await countArticles(db, filter)).toBe(2098);
});
