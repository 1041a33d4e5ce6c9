import { describe, expect, it } from 'vitest';
import { keywords } from '../../../lib/keywords/keywords';

const article = (text: string, declared: string[] = [], title = '') => ({
  title,
  text,
  lang: 'zh',
  declared,
  source: null,
});

/** A small generator, so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('keywords of bad input', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u3000\u200b\n'],
    ['punctuation', '。。。！？——…「」'],
    ['digits', '123 456 789.00 2022-09-08'],
    ['emoji', '😀🎉👩‍👩‍👧‍👦 😀'],
    ['one letter', 'a'],
    ['one character', '我'],
  ])('finds none in %s', (_, text) => {
    expect(keywords(article(text))).toEqual([]);
  });

  it('finds the one word there is', () => {
    expect(keywords(article('地震')).map(({ term }) => term)).toEqual(['地震']);
  });

  it.each([
    ['one character repeated', '疫'.repeat(50_000)],
    ['one letter repeated', 'a'.repeat(500_000)],
    ['no white space and no punctuation', '今天天气很好我们去公园散步'.repeat(4000)],
    ['one character of two halves repeated', '𠮷'.repeat(50_000)],
    ['combining marks', 'e\u0301\u0302'.repeat(100_000)],
    ['nothing but marks', '\u0301'.repeat(100_000)],
    ['one line without an end', 'word '.repeat(2_000_000)],
    ['a million lines', '水\n'.repeat(1_000_000)],
    ['brackets that never close', '（记者'.repeat(40_000)],
    ['open tags', '<a href="'.repeat(20_000)],
    ['ampersands', '&amp'.repeat(50_000)],
    ['words joined by hyphens', 'ab-'.repeat(100_000)],
    ['dots', 'a.'.repeat(100_000)],
    ['ten megabytes', '水库开闸放水，村民撤离。\n'.repeat(850_000)],
    ['half characters', '\ud842\udfb7\ud842 水库 \udfb7 水库'.repeat(200)],
    ['scripts mixed', 'GPT模型 и нейросеть でモデル 모델이 Modell عربي हिन्दी '.repeat(300)],
  ])('comes back from %s', (_, text) => {
    const found = keywords(article(text));
    expect(found.length).toBeLessThanOrEqual(8);
    for (const { term } of found) expect(term.length).toBeLessThanOrEqual(100);
  });

  it('reads no further than a hundred thousand characters', () => {
    const text = `${'水库开闸。'.repeat(20_000)}\n${'灯塔亮灯。'.repeat(50)}`;
    expect(keywords(article(text)).map(({ term }) => term)).not.toContain('灯塔');
  });

  it('reads no word out of HTML entities', () => {
    const found = keywords(article('水库&nbsp;水库&amp;大坝&#x5927;&quot;大坝&quot;')).map(({ term }) => term);
    for (const term of found) expect(term).not.toMatch(/nbsp|amp|quot|x5927/u);
    expect(found).toEqual(expect.arrayContaining(['水库', '大坝']));
  });

  it('keeps of 500 stuffed keywords only what the article tells', () => {
    const stuffed = [...Array.from({ length: 499 }, (_, i) => `热门词${i}号`), '大坝'];
    const found = keywords(article('大坝开工，村民搬迁。', stuffed));
    expect(found.filter(({ origin }) => origin === 'declared').map(({ term }) => term)).toEqual(['大坝']);
  });

  it('looks at 500 declared keywords of 10,000 characters in passing', () => {
    const huge = Array.from({ length: 500 }, (_, i) => `大坝${i}`.repeat(2500));
    const text = '大坝开工，村民搬迁。'.repeat(10_000);
    for (const { term } of keywords(article(text, huge))) expect(term.length).toBeLessThanOrEqual(50);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes %s in a text for a word', (word) => {
    const text = `The ${word} tunnel opens. The ${word} tunnel closes. Engineers like ${word}.`;
    const options = { removed: new Set([word]), renamed: new Map([[word, 'x']]), df: { articles: 90, count: () => 1 } };
    expect(() => keywords({ ...article(text, [word]), lang: word }, options)).not.toThrow();
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    'javascript:alert(1)',
    '{{constructor}}',
    '../../etc/passwd',
    'https://example.org/a',
    '\u202egnp.exe',
    '__proto__',
    'x'.repeat(10_000),
  ])('never shows %s as it is', (hostile) => {
    for (const { term } of keywords(article('大坝开工。', [hostile]))) {
      expect(term).not.toMatch(/[<>{}"\\=\u202a-\u202e]|script:/iu);
      expect(term.length).toBeLessThanOrEqual(50);
    }
  });

  it('is pure, and its terms are clean, on random text', () => {
    const next = random(7);
    const alphabet = [..."水库大坝开闸 ab AB\n。，,.-'&;0 9é한ア\u200b\u0000😀"];
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: 120 }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
      const first = keywords(article(text, [text.slice(0, 9)], text.slice(9, 20)));
      expect(keywords(article(text, [text.slice(0, 9)], text.slice(9, 20)))).toEqual(first);
      const keys = first.map(({ term }) => term.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
      for (const { term } of first) {
        expect(term).toBe(term.trim());
        expect(term).toMatch(/\p{L}/u);
        expect(term).not.toMatch(/[\p{Cc}\n]/u);
      }
    }
  });
});
