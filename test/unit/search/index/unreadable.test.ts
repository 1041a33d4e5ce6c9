import { afterAll, describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../../../lib/article';
import { indexFacts } from '../../../../lib/library/index-facts';
import { checkLibrary } from '../../../../lib/library/integrity';
import { repairLibrary } from '../../../../lib/library/repair-library';
import type { LibraryDb } from '../../../../lib/library/schema';
import { keepIndex, type KeepOptions } from '../../../../lib/search/index/keep-index';
import { mergeDeltas } from '../../../../lib/search/index/merge';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import { search, searcher } from '../../../../lib/search/search';
import { lose, loseValues } from '../../../soak/lost-values';
import { aLibrary, anArticle, save } from '../../library/a-library';
import { bruteForce, expectSame, expectTidy, found, NOW } from './compare';
import { oneLock } from './one-lock';
import { fill, liven, QUERIES, saveOne } from './some-library';

const restore = loseValues();
afterAll(restore);

const keep = (db: LibraryDb, options?: KeepOptions): Promise<boolean> => keepIndex(db.backendDB(), oneLock(), options);

async function begun(): Promise<LibraryDb> {
  const db = aLibrary();
  await db.open();
  await keep(db);
  return db;
}

/** Something in each store of the index. */
async function mixed(): Promise<LibraryDb> {
  const db = await begun();
  await fill(db, 8);
  await mergeDeltas(db.backendDB(), 1);
  const ids: string[] = [];
  for (let n = 8; n < 14; n++) ids.push(await saveOne(db, n));
  await liven(db, ids);
  return db;
}

describe.each(['ftsBlk', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsDelta', 'ftsNote'])('%s that cannot be read', (store) => {
  it('is no reason to find less, and made anew', async () => {
    const db = await mixed();
    const keys = await db.table(store).toCollection().primaryKeys();
    await lose(db.backendDB(), store, keys as IDBValidKey[]);
    const engine = searcher(db.backendDB());
    for (const typed of QUERIES) expect((await found(engine, typed)).ids).toEqual(await bruteForce(db, typed));
    expect(await keep(db, { doubted: true })).toBe(true);
    await expectSame(db, QUERIES);
    await expectTidy(db);
  });
});

describe('articles that the disk has lost', () => {
  async function twenty(): Promise<{ db: LibraryDb; rows: ArticleRow[] }> {
    const db = await begun();
    for (let n = 0; n < 20; n++)
      await save(
        db,
        anArticle({ url: `https://a.example/${n}`, title: `第${n}篇`, text: `潮汐钟停在 ${n} 点，渡船没有来。` }),
      );
    return { db, rows: await db.articles.orderBy('docNo').toArray() };
  }

  const titles = async (db: LibraryDb, typed: string): Promise<[string[], boolean]> => {
    const { hits, indexed } = await search(searcher(db.backendDB()), parseQuery(typed, NOW), { limit: 50 });
    return [hits.map(({ article }) => article.title), indexed];
  };
  const anew = (db: LibraryDb) => keep(db, { anew: true, slice: 5 });
  const expectDone = async (db: LibraryDb, unreadable: number): Promise<void> => {
    expect(await indexFacts(db)).toMatchObject({ state: 'built', unreadable });
    const generation = await db.ftsMeta.get('generation');
    expect(await keep(db)).toBe(true);
    expect(await db.ftsMeta.get('generation'), 'the work is done').toEqual(generation);
  };

  it.each([
    ['one', [0]],
    ['a whole slice', [0, 1, 2, 3, 4]],
    ['the last ones', [17, 18, 19]],
    ['some here and there', [1, 4, 5, 9, 12]],
  ])('of which the texts: %s: are found by their titles, the rest as ever', async (_, places) => {
    const { db, rows } = await twenty();
    const lost = places.map((place) => rows[place]?.docNo ?? 0);
    await lose(db.backendDB(), 'texts', lost);
    expect((await titles(db, '潮汐钟停'))[0]).toHaveLength(20 - lost.length);
    await anew(db);
    await expectDone(db, lost.length);
    for (const typed of ['潮汐钟停', '渡船', '船', '没有来'])
      expect([typed, (await titles(db, typed))[0].length, (await titles(db, typed))[1]]).toEqual([
        typed,
        20 - lost.length,
        true,
      ]);
    expect(await titles(db, `"第${places[0]}篇"`)).toEqual([[`第${places[0]}篇`], true]);
  });

  it.each([
    ['one', [0]],
    ['a whole slice', [0, 1, 2, 3, 4]],
    ['the last ones', [17, 18, 19]],
    ['all', Array.from({ length: 20 }, (_, n) => n)],
  ])('of which the rows: %s: are left out, the rest is found', async (_, places) => {
    const { db, rows } = await twenty();
    await lose(
      db.backendDB(),
      'articles',
      places.map((place) => rows[place]?.id ?? ''),
    );
    const left = rows.filter((_, place) => !places.includes(place)).map(({ title }) => title);
    const expectFound = async (indexed: boolean): Promise<void> => {
      for (const typed of ['潮汐钟停', '船', 'is:unread', 'saved:2027', 'keyword:图书馆']) {
        const [there, byIndex] = await titles(db, typed);
        expect([typed, there.toSorted(), byIndex]).toEqual([typed, left.toSorted(), indexed]);
      }
    };
    await db.ftsMeta.put({ key: 'version', value: '0.9' });
    await expectFound(false);
    await anew(db);
    await expectDone(db, places.length);
    await expectFound(true);
  });

  it('are told by the examination, and what can be had again is', async () => {
    const { db, rows } = await twenty();
    await lose(db.backendDB(), 'texts', [rows[0]?.docNo ?? 0]);
    await lose(db.backendDB(), 'articles', [rows[5]?.id ?? '']);
    await anew(db);
    const { findings } = await checkLibrary(db);
    expect(findings.map(({ kind, articleId }) => [kind, articleId]).toSorted()).toEqual([
      ['rowDamaged', rows[5]?.id],
      ['textMissing', rows[0]?.id],
    ]);
    const textOf = (html: string): string => html.replace(/<[^>]*>/gu, '');
    expect(await repairLibrary(db, findings, { textOf, now: 1, locks: oneLock() })).toBe(1);
    expect((await checkLibrary(db)).findings.map(({ kind }) => kind)).toEqual(['rowDamaged']);
    expect((await titles(db, '潮汐钟停'))[0]).toHaveLength(19);
  });

  it('are saved again as if they were whole', async () => {
    const { db, rows } = await twenty();
    await lose(db.backendDB(), 'texts', [rows[0]?.docNo ?? 0]);
    const text = '潮汐钟停在 0 点，渡船没有来。后来修好了。';
    await save(db, anArticle({ url: 'https://a.example/0', title: '第0篇', text }));
    expect(await titles(db, '后来修好了')).toEqual([['第0篇'], true]);
  });
});
