import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import { randomFrom } from '../random-from';
import { NOW, shown, troubles } from './shown-query';

describe('a query without end', () => {
  it.each([
    ['words', '词 '],
    ['one word', 'x'],
    ['quotes', '"'],
    ['brackets', '('],
    ['minuses', '-'],
    ['alternatives', 'or '],
    ['bars', '|'],
    ['names', 'site:'],
    ['dates', 'saved:2024..'],
    ['dots', 'saved:...........'],
    ['surrogates', '\ud800'],
    ['marks', '\u0301'],
    ['spaces', ' '],
  ])('of a million %s is cut, and said to be', (_name, unit) => {
    const typed = unit.repeat(1_000_000 / unit.length);
    const { clauses, problems } = parseQuery(typed, NOW);
    expect(clauses.length).toBeLessThanOrEqual(32);
    expect(problems.at(-1)).toEqual({ start: 1000, end: typed.length, code: 'long' });
  });

  it('of 200 words keeps the first 32 and shows where the rest begins', () => {
    const typed = Array.from({ length: 200 }, (_, i) => `w${i}`).join(' ');
    expect(shown(typed).split(' + ')).toHaveLength(32);
    expect(troubles(typed)).toBe(`many ‹${typed.slice(typed.indexOf('w32'))}›`);
  });
});

const PIECES = [
  ...`"“”「」『』《》()（）|｜-－.*+?^$\u007b}[]\\/:：，、；<>=~ \n\t\u3000\0\u200d\ufeff\ud83d\udc00`,
  ...'site: 来源： tag: is: has: before: saved: minutes: lang: 不含： title: or 或 unread 图片 2024 2024-05 ..'.split(
    ' ',
  ),
  ...'7d 近7天 <5 news.cn http://x C++ gpt-4 雪 臺灣 ＡＢ 👩‍👩‍👧 𠮷 é e\u0301 ﾃﾞ 각 ß İ'.split(' '),
];

describe('any text', () => {
  const random = randomFrom(5);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const anyCharacter = () => String.fromCodePoint(Math.floor(random() * 0x110000));
  const texts = Array.from({ length: 4000 }, (_, i) =>
    Array.from({ length: Math.floor(random() * 12) }, () =>
      i % 4 ? one(PIECES) + one(['', '', ' ']) : anyCharacter(),
    ).join(''),
  );

  it('is read, and all that is said of it lies within it', () => {
    for (const typed of texts) {
      const { clauses, problems } = parseQuery(typed, NOW);
      const literals = clauses.flatMap(({ any }) => any);
      for (const { start, end } of [...literals, ...problems])
        expect(0 <= start && start < end && end <= typed.length, JSON.stringify(typed)).toBe(true);
      for (const { any } of clauses) expect(any.length, JSON.stringify(typed)).toBeGreaterThan(0);
      for (const literal of literals)
        if (literal.kind === 'term') expect(literal.term.parts.every(({ text }) => text !== '')).toBe(true);
    }
  });

  it('means the same at every reading', () => {
    for (const typed of texts.slice(0, 500)) expect(parseQuery(typed, NOW)).toEqual(parseQuery(typed, NOW));
  });

  it('says as much of a condition when it stands alone', () => {
    for (const typed of texts) {
      const { clauses } = parseQuery(typed, NOW);
      for (const { any } of clauses) {
        const [only] = any;
        if (!only || any.length > 1 || only.kind === 'term') continue;
        const again = parseQuery(`${typed.slice(only.start, only.end)} `, NOW).clauses[0]?.any[0];
        expect(again?.kind === 'filter' && again.filter, JSON.stringify(typed)).toEqual(only.filter);
      }
    }
  });

  it('is plain words between quotation marks', () => {
    for (const typed of texts) {
      const { clauses, problems } = parseQuery(`"${typed.replace(/["“”„‟〝〞＂]/gu, '')}"`, NOW);
      expect(problems).toEqual([]);
      expect(clauses.length).toBeLessThanOrEqual(1);
    }
  });
});
