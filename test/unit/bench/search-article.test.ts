import { describe, expect, it } from 'vitest';
import { knownItems } from '../../bench/known-item-queries';
import { createRandom } from '../../bench/random';
import { searchArticle } from '../../bench/search-article';
import { searchQueries, typing } from '../../bench/search-queries';
import { zipf } from '../../bench/zipf';

describe('articles to be searched', () => {
  it('are the same for the same number, and by turns Chinese and English', () => {
    expect(searchArticle(7)).toEqual(searchArticle(7));
    expect([searchArticle(6), searchArticle(7)].map(({ language }) => language)).toEqual(['zh', 'en']);
  });

  it('are about as long as news', () => {
    const mean = (first: number) =>
      Array.from({ length: 200 }, (_, n) => searchArticle(n * 2 + first).text.length).reduce((a, b) => a + b) / 200;
    expect(mean(0)).toBeGreaterThan(700);
    expect(mean(0)).toBeLessThan(950);
    expect(mean(1)).toBeGreaterThan(2400);
    expect(mean(1)).toBeLessThan(3200);
  });

  it('have words of which few are common', () => {
    const random = createRandom(1);
    const words = Array.from({ length: 100 }, (_, n) => `word ${n}`);
    const drawn = Array.from({ length: 20_000 }, () => zipf(words, random));
    const often = (n: number) => drawn.filter((word) => word === words[n]).length;
    expect(often(0) / often(1)).toBeCloseTo(1.7, 0);
    expect(often(0)).toBeGreaterThan(20 * often(50));
    expect(new Set(drawn).size).toBe(100);
  });
});

describe('queries', () => {
  it('stand in the articles that they are for', () => {
    const texts = Array.from({ length: 100 }, (_, n) => searchArticle(n).text.toLowerCase());
    const { zh2, zh4, en1, en2 } = searchQueries(100, 6);
    for (const query of [...zh2, ...zh4, ...en1]) expect(texts.some((text) => text.includes(query))).toBe(true);
    for (const query of en2)
      expect(texts.some((text) => query.split(' ').every((word) => text.includes(word)))).toBe(true);
    expect(zh4.every((query) => query.length === 4)).toBe(true);
  });

  it.each([
    { query: '地铁', strokes: ['地', '地铁'] },
    { query: 'news', strokes: ['ne', 'new', 'news'] },
  ])('are typed letter by letter: $query', ({ query, strokes }) => {
    expect(typing(query)).toEqual(strokes);
  });
});

describe('what is remembered', () => {
  const articles = Array.from({ length: 20 }, (_, number) => ({ ...searchArticle(number), number }));

  it('is the same for the same articles, of both kinds and both halves', () => {
    const asked = knownItems(articles);
    expect(asked).toEqual(knownItems(articles));
    expect(new Set(asked.map(({ kind, half }) => `${kind} ${half}`)).size).toBe(4);
  });

  it('is a part of the article that is looked for', () => {
    for (const { typed, number, kind } of knownItems(articles)) {
      const article = articles[number];
      const within = (kind === 'title' ? article?.title : article?.text)?.replaceAll(/\s/gu, ' ') ?? '';
      for (const word of typed.split(' ')) expect(within).toContain(word);
    }
  });
});
