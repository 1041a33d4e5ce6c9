import { describe, expect, it } from 'vitest';
import { LEAST, simplify } from '../../../lib/search/simplify';
import { SIMPLIFIED_TABLE } from '../../../lib/search/simplified-table';
import { packTable, simplifiedPairs } from '../../commands/simplified-pairs';

/** Every character of the table's stretch. */
const all = Array.from({ length: 0x9fff - LEAST + 1 }, (_, i) => String.fromCharCode(LEAST + i));

describe('simplified characters', () => {
  it('take the place of traditional ones, one for one, and stay as they are', () => {
    const folded = simplify(all.join(''));
    expect(folded).toHaveLength(all.length);
    expect(simplify(folded)).toBe(folded);
    expect(all.filter((character, i) => folded[i] !== character).length).toBe(2962);
  });

  it('are those of the packed table, which packs to the same again', () => {
    const pairs = all.flatMap((from): [number, number][] => {
      const to = simplify(from);
      return to === from ? [] : [[from.charCodeAt(0), to.charCodeAt(0)]];
    });
    expect(packTable(pairs)).toBe(SIMPLIFIED_TABLE);
  });

  it('leave every other text alone', () => {
    for (const text of ['', 'plain', '汉字', '\ud869\udc00', 'かな', '한국', '\u4dff\ua000'])
      expect(simplify(text)).toBe(text);
  });
});

describe('the table of characters', () => {
  it.each([
    ['a character with one other form', '臺\t台', '臺台'],
    ['the first of several', '乾\t干 乾', '乾干'],
    ['what people write rather than the character itself', '瞭\t瞭 了', '瞭了'],
    ['nothing for what others are simplified to', '麼\t么\n么\t么 幺', '麼么'],
    ['the end of a chain', '薴\t苧\n苧\t苎', '苧苎薴苎'],
    ['nothing outside the basic plane', '𠮷\t吉\n龭\t𩩺', ''],
    ['nothing of a comment', '# 臺\t台\n\n', ''],
  ])('holds %s', (_name, lines, pairs) => {
    const held = simplifiedPairs(lines)
      .flat()
      .map((code) => String.fromCharCode(code));
    expect(held.join('').replace('著着', '')).toBe(pairs);
  });
});
