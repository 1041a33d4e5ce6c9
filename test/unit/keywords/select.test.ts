import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../lib/keywords/rank';
import { marked } from '../../../lib/keywords/part-of';
import { select } from '../../../lib/keywords/select';

const ranked = (...terms: [key: string, count: number, declared?: 'declared'][]): Ranked[] =>
  terms.map(([key, count, declared], i) => ({
    key,
    declared: declared && key,
    count,
    score: terms.length - i,
    parts: [key],
    occurrences: [],
    first: i,
    inTitle: false,
    whole: 1,
    free: 1,
    capital: 0,
  }));
const keys = (list: Ranked[], limit = 8): string[] => select(list, limit).map(({ key }) => key);

describe('marked', () => {
  it.each([
    ['抗洪', '防汛抗洪', true],
    ['oil', 'oil spill', true],
    ['oil', 'turmoil', false],
    ['oil spills', 'big oil spill', true],
    ['ai', '生成式 ai', true],
    ['서울', '서울 지하철', true],
  ])('%s in %s: %s', (part, whole, expected) => {
    expect(marked(whole).includes(marked(part))).toBe(expected);
  });
});

describe('select', () => {
  it('drops what is part of a better one', () => {
    expect(keys(ranked(['防汛抗洪', 5], ['抗洪', 6], ['堤坝', 3]))).toEqual(['防汛抗洪', '堤坝']);
  });

  it('keeps a word that mostly stands outside the phrase', () => {
    expect(keys(ranked(['社区', 13], ['社区工作', 2]))).toEqual(['社区']);
  });

  it('lets a phrase take over two chosen words that mostly stand together', () => {
    expect(keys(ranked(['疫情', 11], ['防控', 11], ['堤坝', 4], ['疫情防控', 8]))).toEqual(['疫情防控', '堤坝']);
  });

  it('lets no phrase that occurs once swallow a declared word', () => {
    expect(keys(ranked(['大坝开工', 1], ['大坝', 1, 'declared']))).toEqual(['大坝']);
    expect(keys(ranked(['大坝开工', 1], ['大坝', 1]))).toEqual(['大坝开工']);
  });

  it('counts plural and singular as one', () => {
    expect(keys(ranked(['oil spill', 3], ['oil spills', 2]))).toEqual(['oil spill']);
  });

  it('stops at the limit', () => {
    expect(keys(ranked(['甲乙', 3], ['丙丁', 2], ['戊己', 1]), 2)).toEqual(['甲乙', '丙丁']);
  });

  describe('of terms that share words without being part of each other', () => {
    const word = { key: 'w', form: 'w', spaced: true, stop: false, weak: false, number: false, unspaced: false };
    const clause = { words: Array.from({ length: 20 }, () => word), at: 0, opens: false, title: false };
    const placed = (key: string, from: number[], declared?: 'declared'): Ranked[] =>
      ranked([key, from.length, declared]).map((term) =>
        Object.assign(term, { occurrences: from.map((at) => ({ clause, from: at, to: at + 1 })) }),
      );

    it('gives the better one', () => {
      expect(keys([...placed('night ferry', [0, 4]), ...placed('ferry crew', [1, 5])])).toEqual(['night ferry']);
      expect(keys([...placed('night ferry', [0, 4]), ...placed('ferry crew', [1, 9, 12])])).toHaveLength(2);
    });

    it('gives the declared one', () => {
      const [night, crew] = [placed('night ferry', [0, 4]), placed('ferry crew', [1, 5], 'declared')];
      expect(keys([...night, ...crew])).toEqual(['ferry crew']);
      expect(keys([...placed('night ferry', [0, 4], 'declared'), ...crew])).toEqual(['night ferry']);
    });
  });
});
