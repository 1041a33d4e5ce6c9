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
export type Traced = { folded: string; starts: number[]; ends: number[] };

/** What folds as a whole: a character with its marks, half-width kana with its voice sign, a row of Hangul letters. */
const CLUSTER = /[\u1100-\u11ff]+|[^\p{M}\uff9e\uff9f]?[\p{M}\uff9e\uff9f]+|[^\p{M}]/gsu;

/** Most of any text needs few tables: ASCII has only its capitals, Han characters have one form or a simplified one. */
function foldOne(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character.toLowerCase();
  return code >= 0x4e00 && code <= 0x9fff ? simplify(character) : fold(character);
}

export function foldTraced(text: string): Traced {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const part = cluster.length === 1 ? foldOne(cluster) : fold(cluster);
    for (let i = 0; i < part.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    folded += part;
  }
  return { folded, starts, ends };
}
