import { describe, expect, it } from 'vitest';
import { createVocabulary, documentFrequency, termsIn } from '../../../lib/keywords/vocabulary';

const article = (text: string, title = '') => ({ title, text, lang: '' });

describe('termsIn', () => {
  it('gives each word and phrase once, under its key', () => {
    const terms = termsIn(article('青石街道派出人员。青石街道的人员上堤巡查，ＮＡＴＯ旁观。'));
    expect(terms).toEqual(expect.arrayContaining(['青石街道', '巡查', 'nato']));
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms).not.toContain('的');
  });

  it('is bounded', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `x${i.toString(36)}`).join(', ');
    expect(termsIn(article(text)).length).toBeLessThanOrEqual(1500);
  });

  it.each(['', '\u0000', '\ud842', '123'])('finds none in %j', (text) => {
    expect(termsIn(article(text))).toEqual([]);
  });
});

describe('createVocabulary', () => {
  it('counts articles, and keeps what at least two of them hold', () => {
    const made = createVocabulary();
    for (const terms of [['flood', 'dam', 'dam'], ['flood', '__proto__'], ['flood', '__proto__'], []]) made.add(terms);
    expect(made.finish()).toEqual({
      articles: 4,
      counts: new Map([
        ['flood', 3],
        ['__proto__', 2],
      ]),
    });
  });

  it('stays small, and keeps the commonest', () => {
    const made = createVocabulary();
    for (let i = 0; i < 200; i++) {
      const own = Array.from({ length: 1500 }, (_, n) => `词语${(i * 700 + n) % 40_000}`);
      made.add(['常见', ...own]);
    }
    const { counts } = made.finish();
    expect(counts.get('常见')).toBe(200);
    expect(JSON.stringify([...counts]).length).toBeLessThanOrEqual(220_000);
    expect([...counts.keys()].join('').length * 2).toBeLessThanOrEqual(150_000);
  });
});

it('forgets what it met once while it counted very many', () => {
  const made = createVocabulary();
  made.add(['早见', '常见']);
  for (let i = 0; i < 50; i++) made.add(['常见', ...Array.from({ length: 1500 }, (_, n) => `词语${i * 1500 + n}`)]);
  made.add(['早见', '常见']);
  expect(made.finish().counts).toEqual(new Map([['常见', 52]]));
});

describe('documentFrequency', () => {
  it('looks terms up', () => {
    const df = documentFrequency({ articles: 60, counts: new Map([['flood', 9]]) });
    expect([df?.articles, df?.count('flood'), df?.count('constructor')]).toEqual([60, 9, 0]);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { articles: 60 },
    { articles: -1, counts: new Map() },
    { articles: Number.NaN, counts: new Map() },
    { articles: 60, counts: { flood: 9 } },
  ])('takes nothing from %j', (stored) => {
    expect(documentFrequency(stored)).toBeUndefined();
  });

  it('takes no count that cannot be', () => {
    const damaged = new Map<string, unknown>([
      ['a', -3],
      ['b', 'many'],
      ['c', 1e9],
      ['d', Number.NaN],
    ]);
    const df = documentFrequency({ articles: 60, counts: damaged });
    expect(['a', 'b', 'c', 'd'].map((key) => df?.count(key))).toEqual([0, 0, 60, 0]);
  });
});
