import { describe, expect, it } from 'vitest';
import { articlesWithKeyword, countArticles, listArticles } from '../../../lib/library/list';
import { moveToTrash } from '../../../lib/library/trash';
import { anArticle, aLibrary, keyword, save } from './a-library';

const page = (n: number) => anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇` });

describe('the list', () => {
  it('shows the newest save first, over several states', async () => {
    const db = aLibrary();
    for (const n of [1, 2, 3, 4]) await save(db, page(n));
    const second = (await db.articles.toArray()).find(({ title }) => title === '第2篇');
    await db.articles.update(second?.id ?? '', { state: 'archive' });
    await save(db, page(1));
    const rows = await listArticles(db, { states: ['inbox', 'archive'], limit: 3 });
    expect(rows.map(({ title }) => title)).toEqual(['第1篇', '第4篇', '第3篇']);
    expect(await countArticles(db, ['inbox', 'archive'])).toBe(4);
    expect(await countArticles(db, ['archive'])).toBe(1);
  });

  it('goes on right after the last row of a page, also among saves of one moment in several states', async () => {
    const db = aLibrary();
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => save(db, page(n), { now: 5000 + (n > 5 ? 1 : 0) })));
    const odd = (await db.articles.toCollection().primaryKeys()).filter((_, i) => i % 2 === 1);
    for (const id of odd) await db.articles.update(id, { state: 'archive' });
    const states = ['archive', 'inbox'] as const;
    const seen: string[] = [];
    let after: { savedAt: number; id: string } | undefined;
    for (;;) {
      const rows = await listArticles(db, { states, limit: 2, after });
      if (rows.length === 0) break;
      seen.push(...rows.map(({ id }) => id));
      after = rows.at(-1);
    }
    const all = await listArticles(db, { states, limit: 100 });
    expect(all).toHaveLength(7);
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('finds articles by keyword, without the trash', async () => {
    const db = aLibrary();
    const [first, second] = [
      await save(db, page(1), { keywords: [keyword('阅读'), keyword('城市')] }),
      await save(db, page(2), { keywords: [keyword('阅读')] }),
    ];
    const trashed = await save(db, page(3), { keywords: [keyword('阅读')] });
    await moveToTrash(db, [trashed.id], 1);
    expect((await articlesWithKeyword(db, '阅读')).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await articlesWithKeyword(db, '阅')).toEqual([]);
  });
});
