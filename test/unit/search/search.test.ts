import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ArticleState } from '../../../lib/article';
import { liveSignal } from '../../../lib/library/live';
import type { LibraryDb } from '../../../lib/library/schema';
import { setState } from '../../../lib/library/state';
import { undo } from '../../../lib/library/undo';
import { search, type SearchOptions } from '../../../lib/search/search';
import { anArticle, aLibrary, keyword, save } from '../library/a-library';
import { randomFrom } from './random-from';

let pages = 0;
const page = (change: Parameters<typeof anArticle>[0]) =>
  anArticle({ url: `https://news.example.com/${pages++}`, title: '无题', source: null, byline: null, ...change });

const titles = async (db: LibraryDb, query: string, options: Partial<SearchOptions> = {}): Promise<string[]> =>
  (await search(db, query, { limit: 100, ...options })).hits.map(({ article }) => article.title);

describe('search', () => {
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
    await db.articles.update(id, { tags: ['周末'], note: '带孩子去' });
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
    expect(await search(aLibrary(), ' “” ', { limit: 10 })).toEqual({ hits: [], total: 0, terms: [] });
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
    expect(await titles(db, '大雪', { states: ['trash'] })).toHaveLength(5);
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
    expect(await search(db, '大雪', { limit: 1, only: ({ keywords }) => keywords.includes('天气') })).toMatchObject({
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

  it('follows the library when it is watched', async () => {
    const db = aLibrary();
    const live = liveSignal(() => titles(db, '大雪'), []);
    onTestFinished(live.stop);
    const { id } = await save(db, page({ title: '甲', text: '大雪' }));
    await vi.waitFor(() => expect(live.value.value).toEqual(['甲']));
    await setState(db, [id], 'trash', { now: 1 });
    await vi.waitFor(() => expect(live.value.value).toEqual([]));
  });

  it('stops when it is aborted', async () => {
    const db = aLibrary();
    await save(db, page({ text: '大雪' }));
    const controller = new AbortController();
    const running = search(db, '大雪', { limit: 10, signal: controller.signal });
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

describe('search against a plain look into every article', () => {
  const CHARACTERS = [...'大雪江城高速公路临时封闭机场取消航班春秋'];
  const WORDS = ['snow', 'snowfall', 'motorway', 'airport', 'the', 'of', '5g', '2026'];
  const MARKS = ['，', '。', ' ', '\n', '、'];
  const SEED = 20_261_123;

  it('finds the same articles for 300 queries, through saves, edits and deletions', { timeout: 60_000 }, async () => {
    const random = randomFrom(SEED);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const some = (most: number): number => 1 + Math.floor(random() * most);
    const run = (): string => Array.from({ length: some(12) }, () => pick(CHARACTERS)).join('');
    const words = (): string => Array.from({ length: some(4) }, () => pick(WORDS)).join(' ');
    const text = (): string =>
      Array.from({ length: some(12) }, () => (random() < 0.7 ? run() : ` ${words()} `) + pick(MARKS)).join('');

    const db = aLibrary();
    for (let i = 0; i < 120; i++) await save(db, page({ title: run(), text: text() }));
    const ids = (await db.articles.toArray()).map(({ id }) => id);
    const thrown = ids.filter(() => random() < 0.2);
    await setState(db, thrown, 'trash', { now: 1 });
    for (const id of ids.filter(() => random() < 0.2)) {
      const row = await db.articles.get(id);
      const old = row && (await db.texts.get(row.docNo));
      if (row && old) await save(db, page({ url: row.url, title: row.title, text: `${old.text}\n${run()}` }));
    }

    const all = await Promise.all(
      (await db.articles.toArray()).map(async (row) => ({ row, text: (await db.texts.get(row.docNo))?.text ?? '' })),
    );
    /** A query term in the plainest words: CJK as it stands, else a word; the last one may go on. */
    const holds = (where: string, term: string, last: boolean): boolean => {
      if (/\p{Script=Han}/u.test(term)) return where.includes(term);
      const found = where.match(/[a-z0-9]+/g) ?? [];
      return found.some((word) => (last ? word.startsWith(term) : word === term));
    };
    const expected = (terms: string[], states: ArticleState[]): string[] =>
      all
        .filter(({ row }) => states.includes(row.state))
        .filter(({ row, text }) =>
          terms.every((term, i) => holds(`${row.title}\n${text}`, term, i === terms.length - 1)),
        )
        .map(({ row }) => row.id)
        .toSorted();

    let nonEmpty = 0;
    for (let i = 0; i < 300; i++) {
      const from = pick(all).text;
      const runs = from.match(/\p{Script=Han}+/gu) ?? ['大'];
      const slice = (whole: string): string => {
        const start = Math.floor(random() * whole.length);
        return whole.slice(start, start + some(6));
      };
      const terms = Array.from({ length: some(3) }, () => (random() < 0.7 ? slice(pick(runs)) : pick(WORDS)));
      const states: ArticleState[] = random() < 0.8 ? ['inbox', 'archive'] : ['trash'];
      const { hits, total } = await search(db, terms.join(' '), { limit: 1000, states });
      const found = hits.map(({ article }) => article.id).toSorted();
      const want = expected(terms, states);
      expect(found, `seed ${SEED}, query ${terms.join(' ')}`).toEqual(want);
      expect(total).toBe(want.length);
      if (want.length > 0) nonEmpty++;
    }
    expect(nonEmpty).toBeGreaterThan(150);
  });
});
