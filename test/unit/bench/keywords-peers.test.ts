import { describe, expect, it } from 'vitest';
import { halfOf } from '../../bench/keywords-halves';
import { jiebaKeywords } from '../../bench/keywords-jieba';
import { libraryOf } from '../../bench/keywords-library';
import { termFrequency } from '../../bench/keywords-term-frequency';
import { textRank } from '../../bench/keywords-text-rank';

const en = {
  id: 'a',
  title: 'The harbour tunnel',
  text: 'The harbour tunnel is cheap. The tunnel is deep, and ferry boats like the harbour tunnel.',
  lang: 'en',
  keywords: [],
};
const zh = { ...en, title: '水库开闸', text: '水库的水位下降，水库的下游撤离。', lang: 'zh' };

describe('what ours is measured by', () => {
  it('counts words, stop words out', () => {
    expect(termFrequency(en, 2)).toEqual(['tunnel', 'harbour']);
    expect(termFrequency(zh, 1)).toEqual(['水库']);
  });

  it('ranks by the graph of neighbours, and joins what stands side by side', () => {
    const ranked = textRank(en, 3);
    expect(ranked[0]).toBe('harbour tunnel');
    expect(ranked.join()).not.toMatch(/\b(?:the|is)\b/u);
  });

  it('asks jieba', () => {
    expect(jiebaKeywords()(zh, 3)).toContain('水库');
  });

  it('teaches with a library in which the document itself is not', () => {
    const others = Array.from({ length: 4 }, (_, i) => ({ ...en, id: `other ${i}` }));
    const df = libraryOf([en, ...others], 5, 1)(en);
    expect([df.articles, df.count('harbour tunnel'), df.count('volcano')]).toEqual([4, 4, 0]);
  });

  it('splits a set the same way every time, about in the middle', () => {
    const halves = Array.from({ length: 400 }, (_, id): number => halfOf({ id: `text-${id}` }));
    const second = halves.reduce((sum, half) => sum + half, 0);
    expect(second).toBeGreaterThan(150);
    expect(second).toBeLessThan(250);
    expect(['sohu-1', 'sohu-2', 'sohu-3'].map((id) => halfOf({ id }))).toMatchInlineSnapshot(`
      [
        0,
        1,
        0,
      ]
    `);
  });
});
