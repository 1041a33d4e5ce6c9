import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../../lib/article';
import { setState } from '../../../lib/library/state';
import type { FieldFilter } from '../../../lib/search/query/query';
import { anArticle, aLibrary, save } from '../library/a-library';
import { randomFrom } from './random-from';
import { indexed, searchIn } from './search-in';

const inTrash: FieldFilter[] = [{ field: 'is', what: 'trash' }];

let pages = 0;
const page = (change: Parameters<typeof anArticle>[0]) =>
  anArticle({ url: `https://news.example.com/${pages++}`, title: '无题', source: null, byline: null, ...change });

describe.each([
  ['by the index', true],
  ['without an index', false],
])('search %s, against a plain look into every article', (_how, byIndex) => {
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

    if (byIndex) await indexed(db);
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
      const { hits, total, relaxed } = await searchIn(db, terms.join(' '), {
        limit: 1000,
        within: states.includes('trash') ? inTrash : [],
      });
      // What is near to a query is not what it asks for.
      const found = relaxed ? [] : hits.map(({ article }) => article.id).toSorted();
      const want = expected(terms, states);
      expect(found, `seed ${SEED}, query ${terms.join(' ')}`).toEqual(want);
      expect(relaxed ? 0 : total).toBe(want.length);
      if (want.length > 0) nonEmpty++;
    }
    expect(nonEmpty).toBeGreaterThan(150);
  });
});
