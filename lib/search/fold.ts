import { simplify } from './simplify';

/** Letters of Latin and Greek that carry accents; in Cyrillic, kana or Hangul a mark makes another letter. */
const ACCENTED = /[\u00c0-\u024f\u0386-\u03ce\u1e00-\u1fff]/gu;
const ACCENT = /[\u0300-\u036f]/gu;

/**
 * The form in which texts and queries are compared: NFKC (full-width forms, ligatures), lower case, no accents on
 * Latin and Greek letters, simplified Chinese characters. Tables of the language and our own, no locale, so every browser
 * folds alike.
 */
export function fold(text: string): string {
  const letters = text
    .normalize('NFKC')
    .replace(ACCENTED, (letter) => letter.normalize('NFD'))
    .replace(ACCENT, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
  return simplify(letters);
}

/** A folded text whose every unit knows the range of the original that it came from. */
export type Traced = { folded: string; startOf: (unit: number) => number; endOf: (unit: number) => number };

/**
 * What folds to one unit each, whatever stands beside it: printable ASCII, Han characters, the punctuation of both,
 * full-width ASCII.
 */
const EVEN = String.raw`[\n -~\u00b7\u2013-\u2016\u2018-\u201f\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]`;
const ALL_EVEN = new RegExp(`^${EVEN}*$`);
const MARKS = String.raw`[\p{M}\uff9e\uff9f]`;

/**
 * Even stretches; else what folds as a whole: a character with its marks, half-width kana with its voice sign, a row of
 * Hangul letters.
 */
const CLUSTER = new RegExp(
  String.raw`(${EVEN}+(?!${MARKS}))|[\u1100-\u11ff]+|[^\p{M}\uff9e\uff9f]?${MARKS}+|[^\p{M}]`,
  'gsu',
);

export function foldTraced(text: string): Traced {
  // Most of any news: nothing moves.
  if (ALL_EVEN.test(text)) return { folded: fold(text), startOf: (unit) => unit, endOf: (unit) => unit + 1 };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: cluster, 1: even, index } of text.matchAll(CLUSTER)) {
    const part = fold(cluster);
    for (let i = 0; i < part.length; i++) {
      starts.push(even === undefined ? index : index + i);
      ends.push(even === undefined ? index + cluster.length : index + i + 1);
    }
    folded += part;
  }
  return { folded, startOf: (unit) => starts[unit] ?? 0, endOf: (unit) => ends[unit] ?? 0 };
}
