/** What holds for every text, tried on made ones: by seed, so that a failure can be run again. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keywords, type KeywordsInput, type KeywordsOptions } from '../../../lib/keywords/keywords';
import { termKey } from '../../../lib/keywords/term-key';
import { createRandom, type Random } from '../../bench/random';

const ROUNDS = 150;

const WORDS: Record<string, string[]> = {
  zh: '水库 大坝 开闸 村民 撤离 青石街道 防汛抗洪 志愿者 的 了 在 和 他们 记者 三 2026 GPT-4 AI模型 接庄街道 暴雨 、'.split(
    ' ',
  ),
  en: 'the of and Harbour harbour tunnel tunnels Ferry ferries oil spill Ruth Alder U.S. NATO state-of-the-art Council’s said 42 city'.split(
    ' ',
  ),
  fr: 'le la de des conseil municipal piste cyclable canal l’eau d’accord maire élu vélos'.split(' '),
  ja: '花火大会 青森市 が の を 開かれた 市民 集まった スポーツ ガイド 、'.split(' '),
  ko: '정부는 정부가 지하철을 지하철이 서울 수요가 늘었다 회의'.split(' '),
  mixed: [
    '水库',
    'tunnel',
    'モデル',
    '지하철',
    'عربي',
    'हिन्दी',
    'ไทย',
    '😀',
    '&',
    '<b>',
    '\u202e',
    '\u200b',
    '\0',
    '\ud842',
    'é',
    'e\u0301',
    '__proto__',
    'constructor',
    '"',
    "'",
    '(.*)+',
    '%_',
    '\\',
    'ＡＢＣ',
    '①',
    'ﷺ',
    '½',
    'ª',
  ],
};
const ENDS = ['. ', '。', ', ', '，', '\n', ' ', '! ', '：', '“'];

type Made = KeywordsInput & { language: string };

function made({ below, pick }: Random): Made {
  const language = pick(Object.keys(WORDS));
  const words = [...(WORDS[language] ?? []), ...(below(4) ? [] : (WORDS['mixed'] ?? []))];
  const between = language === 'zh' || language === 'ja' ? '' : ' ';
  const some = (most: number): string =>
    Array.from({ length: below(most) }, () => pick(words) + (below(6) ? between : pick(ENDS))).join('');
  const declared = Array.from({ length: below(12) }, () => (below(3) ? pick(words) : some(4)));
  return {
    language,
    title: below(4) ? some(8) : '',
    text: some(160),
    lang: below(5) ? language : pick(['', 'xx', 'en', 'not a tag!']),
    declared,
    source: below(2) ? pick(words) : null,
  };
}

/** Calls `test` with many made articles; says which one it was that failed. */
function forMany(test: (article: Made, random: Random) => void): void {
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const random = createRandom(seed);
    const article = made(random);
    try {
      test(article, random);
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(article)}`, { cause: error });
    }
  }
}

const keysOf = (article: KeywordsInput, options?: KeywordsOptions): string[] =>
  keywords(article, options).map(({ term }) => termKey(term));

/** Written anew, so that it does not repeat a fault of ours. */
function holds(whole: string, part: string): boolean {
  const letter = String.raw`[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}ー]]`;
  // What a word of a spaced script may hold inside: oil-rich holds no oil.
  const [atHead, atTail] = [new RegExp(`^['&.\\-]?${letter}`, 'v'), new RegExp(`${letter}['&.\\-]?$`, 'v')];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const [before, after] = [whole.slice(0, at), whole.slice(at + part.length)];
    const isCut = (atHead.test(part) && atTail.test(before)) || (atTail.test(part) && atHead.test(after));
    if (!isCut) return true;
  }
  return false;
}

/** Full stops go, since St. John is one name. */
const plain = (text: string): string => termKey(text).replaceAll('.', '').replaceAll(/\s+/gu, ' ');

afterEach(() => vi.restoreAllMocks());

describe('keywords of any text', () => {
  it('are at most as many as asked for, best first, with weights from 0 to 1', () => {
    forMany((article, { below }) => {
      const limit = below(12);
      const weights = keywords(article, { limit }).map(({ weight }) => weight);
      expect(weights.length).toBeLessThanOrEqual(limit);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
    });
  });

  it('are none part of another, and each is there once', () => {
    forMany((article) => {
      const keys = keysOf(article, { limit: 15 });
      expect(new Set(keys).size).toBe(keys.length);
      for (const part of keys)
        for (const whole of keys) if (part !== whole) expect(holds(whole, part), `${part} in ${whole}`).toBe(false);
    });
  });

  it('stand in the article, if they are found', () => {
    forMany((article) => {
      const told = plain(`${article.title}\n${article.text}`);
      for (const { term, origin } of keywords(article, { limit: 15 }))
        if (origin === 'found') expect(told).toContain(plain(term));
    });
  });

  it('hold a letter, and nothing that could be markup or hide', () => {
    forMany((article) => {
      for (const { term } of keywords(article, { limit: 15 })) {
        expect(term).toMatch(/\p{L}/u);
        expect(term).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>{}\\=`]/u);
        expect(term).toBe(term.trim());
        expect(term.length).toBeLessThanOrEqual(100);
      }
    });
  });

  it('never come back once removed', () => {
    forMany((article, { below }) => {
      const removed = new Set(keysOf(article).filter(() => below(2)));
      const kept = keysOf(article, { removed });
      expect(kept.filter((key) => removed.has(key))).toEqual([]);
    });
  });

  it('come under their new names', () => {
    forMany((article, { pick }) => {
      const [first] = keysOf(article, { limit: 15 });
      if (first === undefined) return;
      const name = pick(['Qwrtz', '乙丙丁戊']);
      const renamed = keywords(article, { renamed: new Map([[first, name]]), limit: 15 }).map(({ term }) => term);
      expect(renamed).toContain(name);
      expect(renamed.map(termKey)).not.toContain(first);
    });
  });

  it('are the same each time, at any time', () => {
    const forbidden = () => {
      throw new Error('asked for time or chance');
    };
    forMany((article) => {
      const once = keywords(article);
      for (const [object, name] of [
        [Date, 'now'],
        [Math, 'random'],
        [performance, 'now'],
      ] as const)
        vi.spyOn(object as unknown as Record<string, () => number>, name).mockImplementation(forbidden);
      const twice = keywords(structuredClone(article));
      vi.restoreAllMocks();
      expect(twice).toEqual(once);
    });
  });
});
