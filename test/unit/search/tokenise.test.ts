import { describe, expect, it } from 'vitest';
import { fold, foldTraced } from '../../../lib/search/fold';
import { tokenise } from '../../../lib/search/tokenise';

describe('folding', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['ﾃﾞｰﾀ', 'データ'],
    ['Café naïve', 'cafe naive'],
    ['Cafe\u0301', 'cafe'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ Ὀδός', 'οδοσ οδοσ'],
    ['й ё', 'й ё'],
    ['がぎ', 'がぎ'],
    ['한국', '한국'],
    ['ﬁne', 'fine'],
    ['新聞', '新闻'],
    ['臺灣', '台湾'],
    ['發展 頭髮 后來 皇后 裡 裏', '发展 头发 后来 皇后 里 里'],
    ['乾淨 幹部 干', '干净 干部 干'],
    ['麵條 桌面', '面条 桌面'],
    ['瞭解 藉由 於是', '了解 借由 于是'],
    ['什麼 着 著', '什么 着 着'],
    ['經済', '经済'],
    ['𠮷野家 龜', '𠮷野家 龟'],
    ['\uf90a', '金'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    '臺灣的新聞，Ａ龍\ufa1b',
    '新闻，Ａ Café ﬁne ㎏ ﾃﾞ',
    '한국 각',
    '😀👍🏽 text',
    'a\u0301\u0302b',
    '“平” — 1·2：Ａ（b）',
    '\ud800x\udc00',
  ])('knows where each unit of %j came from', (text) => {
    const { folded, startOf, endOf } = foldTraced(text);
    expect(folded).toBe(fold(text));
    for (let i = 0; i < folded.length; i++) expect(fold(text.slice(startOf(i), endOf(i)))).toContain(folded[i]);
  });

  it('knows it of every character that it takes to stay one unit', () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      const { folded, startOf, endOf } = foldTraced(text);
      expect([folded, startOf(folded.length - 1), endOf(folded.length - 1)]).toEqual([fold(text), 2, 3]);
    }
  });
});

describe('index terms', () => {
  it.each([
    ['防控措施', ['防控', '控措', '措施', '施']],
    ['雪', ['雪']],
    ['climate change', ['climate', 'change']],
    ['iphone发布会', ['iphone', '发布', '布会', '会']],
    ['2026年11月', ['2026', '年', '11', '月']],
    ['データ', ['デー', 'ータ', 'タ']],
    ['don’t', ['don', 't']],
    ['❤️ ok 👍🏽', ['ok']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['x'.repeat(100), ['x'.repeat(64)]],
    ['', []],
    ['，。！ … 。', []],
  ])('of %j', (text, terms) => {
    expect(tokenise(text)).toEqual(terms);
  });
});
