const UNIT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}]+/gu;

/** Four characters of Chinese or four words: short enough to outlive small edits, long enough to be rare. */
const SIZE = 4;

/** FNV-1a over UTF-16 units (isthe.com/chongo/tech/comp/fnv), 32 bits, from a given start. */
export function hash32(text: string, start = 0x811c9dc5): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Every run of four units of a text (a unit is one CJK character or one word), in order and with repeats;
 * punctuation, case and width make no difference. A shorter text is one run, an empty one none.
 */
export function shingles(text: string): string[] {
  const units = text.normalize('NFKC').toLowerCase().match(UNIT) ?? [];
  if (units.length === 0) return [];
  const runs: string[] = [];
  for (let i = 0; i === 0 || i + SIZE <= units.length; i++) runs.push(units.slice(i, i + SIZE).join(' '));
  return runs;
}
