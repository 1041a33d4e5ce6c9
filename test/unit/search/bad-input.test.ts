import { describe, expect, it } from 'vitest';
import type { LibraryDb } from '../../../lib/library/schema';
import { parseQuery } from '../../../lib/search/query/parse-query';
import { search, searcher } from '../../../lib/search/search';
import { anArticle, aLibrary, save } from '../library/a-library';
import { bruteForce, NOW } from './index/compare';
import { indexed } from './search-in';

/** Some characters of a plane: its first, its last, and some of those between; on the first one, halves of pairs, too. */
const ofPlane = (plane: number): string[] =>
  [0x21, 0x61, 0x3001, 0x4e2d, 0x8a9e, 0xd801, 0xdc01, 0xe000, 0xfffd, 0xfffe, 0xffff, 0x0b1, 0x1f600 % 0x10000].map(
    (place) => String.fromCodePoint(plane * 0x10000 + place),
  );

const PLANES = Array.from({ length: 17 }, (_, plane) => plane);
const WORDS = Array.from({ length: 200 }, (_, n) => `word${n}`);

async function library(texts: readonly string[], byIndex: boolean): Promise<LibraryDb> {
  const db = aLibrary();
  await db.open();
  for (const [n, text] of texts.entries())
    await save(db, anArticle({ url: `https://a.example/${n}`, title: `${n}`, text }));
  if (byIndex) await indexed(db);
  return db;
}

describe.each([
  ['by the index', true],
  ['without an index', false],
])('search %s', (_, byIndex) => {
  /** What reading everything finds, nothing thrown, and every mark within its snippet. */
  async function expectFound(db: LibraryDb, typed: string): Promise<string[]> {
    const query = parseQuery(typed, NOW);
    const { hits, total, relaxed } = await search(searcher(db.backendDB()), query, { limit: 500 });
    for (const { snippet } of hits)
      for (const [start, end] of snippet.marks)
        expect(0 <= start && start < end && end <= snippet.text.length, JSON.stringify(typed)).toBe(true);
    const wanted = query.clauses.length === 0 ? [] : await bruteForce(db, typed);
    const ids = relaxed ? [] : hits.map(({ article }) => article.id).toSorted();
    expect([typed, ids, relaxed ? 0 : total]).toEqual([typed, wanted, wanted.length]);
    return ids;
  }

  it('takes characters of every plane, and halves of them, in texts and in queries', { timeout: 60_000 }, async () => {
    const db = await library(
      PLANES.map((plane) => `潮汐${ofPlane(plane).join('')}钟。 word${ofPlane(plane).join(' ')}`),
      byIndex,
    );
    for (const plane of PLANES)
      for (const one of ofPlane(plane))
        for (const typed of [one, `汐${one}`, `"${one}钟"`, `-${one} 潮汐`]) await expectFound(db, typed);
    // Ideographs past the first plane are words as any others.
    for (const one of ['\u{20061}', '\u{2ceb0}', '\u{30061}']) {
      const held = await library([`城北的${one}野书店`, '城北的书店'], byIndex);
      for (const typed of [one, `${one}野`, `的${one}`]) expect(await expectFound(held, typed)).toHaveLength(1);
      expect(await expectFound(held, one.charAt(0))).toHaveLength(0);
    }
  });

  it(
    'takes every character that means something to a regular expression as what it is',
    { timeout: 60_000 },
    async () => {
      const signs = [...".*+?^${}()|[]\\/-:&~!@#%=<>,;'`_"];
      const db = await library([`a${signs.join('b')}c 潮汐钟`, '潮汐钟 (停) [a-z]+ \\d{2} C++ .NET'], byIndex);
      for (const sign of signs)
        for (const typed of [
          sign,
          `${sign}${sign}`,
          `潮汐${sign}钟`,
          `a${sign}b`,
          `"${sign}"`,
          `潮汐 ${sign}`,
          `${sign}钟`,
        ])
          await expectFound(db, typed);
      for (const typed of ['(潮汐', '[a-z]+', '\\d{2}', '(?:潮汐)+', '.*', '^潮', '钟$', 'C++', '.NET'])
        await expectFound(db, typed);
      expect(await expectFound(db, '.NET')).toHaveLength(1);
    },
  );

  it('takes quotes that are never closed as quotes to the end', async () => {
    const db = await library(['the night ferry stopped', 'the ferry at night stopped', '潮汐钟停了'], byIndex);
    expect(await expectFound(db, '"night ferry')).toHaveLength(1);
    expect(await expectFound(db, '“潮汐钟')).toHaveLength(1);
    expect(await expectFound(db, 'stopped "ferry at')).toHaveLength(1);
    for (const typed of ['"', '"""', '“', '「', '" "', '-"', 'tag:"', 'ferry "', '"ferry" "', '『潮汐'])
      await expectFound(db, typed);
  });

  it.each([
    '-',
    '--',
    '- -',
    'or',
    'or or',
    '或',
    '|',
    '||',
    '- or -',
    '()',
    '(',
    ')',
    '((((',
    'or -',
    'site:',
    'tag: ',
    ':',

    '-site:',
    'is: or has:',
    '来源：',
    '-"" or ""',
    ',',
    '，。',
    '-()',
    '(or)',
    '',
    ' ',
    '\n',
    '\t',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\ufeff',
    ' '.repeat(5000),
  ])('has an answer to %j, which is no search, and throws at nothing', async (typed) => {
    const db = await library(['潮汐钟停了', 'or site tag'], byIndex);
    await expectFound(db, typed);
  });

  it('takes 200 words, and finds by those it takes', async () => {
    const db = await library([WORDS.join(' '), WORDS.slice(0, 100).join(' '), WORDS.slice(1).join(' ')], byIndex);
    expect(await expectFound(db, WORDS.join(' '))).toHaveLength(2);
    expect(await expectFound(db, WORDS.toReversed().join(' '))).toHaveLength(2);
    await expectFound(db, `"${WORDS.join(' ')}"`);
    expect(await expectFound(db, WORDS.join(' or '))).toHaveLength(3);
    expect(await expectFound(db, WORDS.map((word) => `-${word}`).join(' '))).toHaveLength(0);
  });

  it.each(['x', '钟', '潮汐钟停', 'word ', '"', '-', 'or ', '(', '\ud83d', '😀', '\u0301', '"a" ', 'tag:x '])(
    'takes a megabyte of %j',
    async (unit) => {
      const db = await library(['潮汐钟停在三点一刻', 'word x'], byIndex);
      const typed = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const { total } = await search(searcher(db.backendDB()), parseQuery(typed, NOW), { limit: 10 });
      expect(total).toBeGreaterThanOrEqual(0);
    },
  );
});
