import { describe, expect, it } from 'vitest';
import { setNote } from '../../../lib/library/note';
import type { LibraryDb } from '../../../lib/library/schema';
import { setState } from '../../../lib/library/state';
import { addLabel } from '../../../lib/library/labels';
import { undo } from '../../../lib/library/undo';
import type { FieldFilter } from '../../../lib/search/query/query';
import type { SearchOptions } from '../../../lib/search/search';
import { anArticle, aLibrary, keyword, save } from '../library/a-library';
import { indexed, searchIn } from './search-in';

let pages = 0;
const page = (change: Parameters<typeof anArticle>[0]) =>
  anArticle({ url: `https://news.example.com/${pages++}`, title: '无题', source: null, byline: null, ...change });

const inTrash: FieldFilter[] = [{ field: 'is', what: 'trash' }];

describe.each([
  ['by the index', true],
  ['without an index', false],
])('search %s', (_how, byIndex) => {
  const search = async (db: LibraryDb, query: string, options: SearchOptions) => {
    if (byIndex) await indexed(db);
    const found = await searchIn(db, query, options);
    // What is near to a query is not what it asks for.
    const result = found.relaxed ? { ...found, hits: [], total: 0 } : found;
    if (query.trim() !== '' && result.total > 0) expect(result.indexed).toBe(byIndex);
    return result;
  };
  const titles = async (db: LibraryDb, query: string, options: Partial<SearchOptions> = {}): Promise<string[]> =>
    (await search(db, query, { limit: 100, ...options })).hits.map(({ article }) => article.title);

  it.each([
    ['a word of the title', '开馆'],
    ['a run inside a longer one', '务大'],
    ['one character', '厅'],
    ['an English word', 'daylight'],
    ['the beginning of a word that is still typed', 'dayl'],
    ['capitals and full width', 'ＤＡＹＬＩＧＨＴ'],
    ['no accents', 'cafe'],
    ['a keyword', '城市更新'],
    ['a tag', '周末'],
    ['the source', '江城晚报'],
    ['the byline', '林小满'],
    ['the note', '带孩子'],
    ['words from different places', '林小满 daylight 城市'],
    ['words in quotation marks', '"from four sides"'],
    ['Chinese and Latin in one run', 'A座大厅'],
  ])('finds an article by %s', async (_, query) => {
    const db = aLibrary();
    const article = page({
      title: '政务大厅开馆',
      source: '江城晚报',
      byline: '林小满',
      text: 'A座大厅明亮。\nCafé with daylight from four sides.',
    });
    const { id } = await save(db, article, { keywords: [keyword('城市更新', 'user')] });
    await addLabel(db, 'tag', [id], '周末', { now: 1 });
    await setNote(db, id, '带孩子去', 1);
    await save(db, page({ text: '与此无关。' }));
    const { hits, total } = await search(db, query, { limit: 10 });
    expect([hits.map(({ article }) => article.id), total]).toEqual([[id], 1]);
  });

  it.each(['大馆', 'light', 'sides four', '"four from"', '政务 别的', '城市更'.repeat(2)])(
    'finds nothing for %j',
    async (query) => {
      const db = aLibrary();
      await save(db, page({ title: '政务大厅开馆', text: 'daylight from four sides' }));
      const found = await titles(db, query);
      expect(found).toEqual(query === 'sides four' ? ['政务大厅开馆'] : []);
    },
  );

  it('has no hits for an empty query', async () => {
    expect(await search(aLibrary(), ' “” ', { limit: 10 })).toMatchObject({ hits: [], total: 0, terms: [] });
  });

  it('ranks title and keywords before source, and source before text', async () => {
    const db = aLibrary();
    await save(db, page({ title: '标题里有大雪', text: '别的内容。' }));
    await save(db, page({ title: '关键词', text: '别的内容。' }), { keywords: [keyword('大雪')] });
    await save(db, page({ title: '来源', source: '大雪日报', text: '别的内容。' }));
    await save(db, page({ title: '正文', text: '昨夜大雪。' }));
    expect(await titles(db, '大雪')).toEqual(['关键词', '标题里有大雪', '来源', '正文']);
  });

  it('shows the newer of two that meet a query equally well', async () => {
    const db = aLibrary();
    await save(db, page({ title: '旧', text: '昨夜大雪。' }));
    await save(db, page({ title: '新', text: '今晨大雪。' }));
    expect(await titles(db, '大雪')).toEqual(['新', '旧']);
  });

  it('sorts by date when asked', async () => {
    const db = aLibrary();
    await save(db, page({ title: '大雪', text: '大雪大雪' }));
    await save(db, page({ title: '新', text: '今晨大雪。' }));
    expect(await titles(db, '大雪')).toEqual(['大雪', '新']);
    expect(await titles(db, '大雪', { sort: 'date' })).toEqual(['新', '大雪']);
  });

  it('leaves the trash out before anything is cut off, and looks into it when asked', async () => {
    const db = aLibrary();
    const { id } = await save(db, page({ title: '留下', text: '偶有大雪。'.repeat(3) }));
    const thrown = [];
    for (let i = 0; i < 5; i++) thrown.push((await save(db, page({ title: '大雪大雪', text: '大雪' }))).id);
    const token = await setState(db, thrown, 'trash', { now: 1 });
    expect(await search(db, '大雪', { limit: 1 })).toMatchObject({ total: 1, hits: [{ article: { id } }] });
    expect(await titles(db, '大雪', { within: inTrash })).toHaveLength(5);
    await undo(db, token, 2);
    expect(await search(db, '大雪', { limit: 1 })).toMatchObject({
      total: 6,
      hits: [{ article: { title: '大雪大雪' } }],
    });
  });

  it('keeps to some articles when asked', async () => {
    const db = aLibrary();
    await save(db, page({ title: '甲', text: '大雪' }), { keywords: [keyword('天气')] });
    await save(db, page({ title: '乙', text: '大雪' }), { keywords: [keyword('交通')] });
    expect(await search(db, '大雪', { limit: 1, within: [{ field: 'keyword', name: '天气' }] })).toMatchObject({
      total: 1,
      hits: [{ article: { title: '甲' } }],
    });
  });

  it('forgets the text of an earlier version', async () => {
    const db = aLibrary();
    const article = page({ text: `${anArticle().text}\n旧的一句。` });
    await save(db, article);
    const text = article.text.replace('旧的一句', '新写的话');
    await save(db, { ...article, text, html: `<p>${text}</p>` });
    expect(await titles(db, '旧的一句')).toEqual([]);
    expect(await titles(db, '新写的话')).toEqual(['无题']);
  });

  it('shows the best place with marks', async () => {
    const db = aLibrary();
    await save(db, page({ text: '开头。\n昨夜大雪，航班取消。' }));
    const [hit] = (await search(db, '航班 大雪', { limit: 1 })).hits;
    expect(hit?.snippet).toEqual({
      text: '开头。 昨夜大雪，航班取消。',
      marks: [
        [6, 8],
        [9, 11],
      ],
    });
  });

  it('looks into every article of a long library, also among saves of one moment', async () => {
    const db = aLibrary();
    const { id } = await save(db, page({ text: '大雪' }));
    const rows = await db.articles.toArray();
    const numbers = Array.from({ length: 450 }, (_, i) => i);
    await db.texts.bulkAdd(numbers.map((i) => ({ docNo: 1000 + i, articleId: `${i}`, text: '大雪' })));
    const copies = numbers.flatMap((i) =>
      rows.map((row) => Object.assign(structuredClone(row), { id: `${i}`, docNo: 1000 + i, savedAt: 1000 + (i % 2) })),
    );
    await db.articles.bulkAdd(copies);
    const { hits, total } = await search(db, '大雪', { limit: 600 });
    expect([new Set(hits.map(({ article }) => article.id)).size, total]).toEqual([451, 451]);
    expect((await search(db, '大雪', { limit: 3, sort: 'date' })).hits[0]?.article.id).toBe(id);
  });

  it('stops when it is aborted', async () => {
    const db = aLibrary();
    await save(db, page({ text: '大雪' }));
    const controller = new AbortController();
    if (byIndex) await indexed(db);
    const running = searchIn(db, '大雪', { limit: 10, signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(search(db, '大雪', { limit: 10, signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it.each(['\ud800', '(', '[a-', '\\', '%', '"'.repeat(99), '\u0000', '😀', 'a'.repeat(1_000_000), '\n'])(
    'survives the query %#',
    async (query) => {
      const db = aLibrary();
      await save(db, page({ text: '大雪 ( [a- \\ % 😀 \ud800' }));
      await expect(search(db, query, { limit: 10 })).resolves.toMatchObject({ total: expect.any(Number) });
    },
  );
});
