import { describe, expect, it } from 'vitest';
import { findMarks } from '../../../lib/search/find-marks';
import { parseQuery } from '../../../lib/search/query/parse-query';
import { termsOf } from '../../../lib/search/query/terms-of';
import { snippet } from '../../../lib/search/snippet';

/** The text with its marks as brackets. */
function marked(text: string, marks: readonly [number, number][]): string {
  return marks
    .toReversed()
    .reduce((shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`, text);
}

const marksIn = (text: string, query: string): string =>
  marked(text, findMarks(text, termsOf(parseQuery(query, new Date()))));
const snippetOf = (text: string, query: string): string => {
  const { text: shown, marks } = snippet(text, termsOf(parseQuery(query, new Date())));
  return marked(shown, marks);
};

describe('marks', () => {
  it.each([
    ['新馆开放首日', '开放', '新馆[开放]首日'],
    ['开放开放', '开放', '[开放开放]'],
    ['防控措施与措施', '措施', '防控[措施]与[措施]'],
    ['Economy of economists', 'econ', '[Econ]omy of [econ]omists'],
    ['the theatre', 'the theatre', '[the] [theatre]'],
    ['Ｃａｆé au lait', 'cafe', '[Ｃａｆé] au lait'],
    ['5G 技术与5G技术', '5G技术', '[5G] [技术]与[5G技术]'],
    ['重 10㎏ 的箱子', 'kg', '重 10㎏ 的箱子'],
    ['Cafe\u0301s', 'cafes', '[Cafe\u0301s]'],
    ['气候 变化，气候变化', '"气候变化"', '气候 变化，[气候变化]'],
    ['climate-change and climate change', '"climate change"', '[climate-change] and [climate change]'],
    ['臺灣與台湾，發展', '台湾', '[臺灣]與[台湾]，發展'],
    ['一头秀发', '頭髮 -髮', '一头秀发'],
    ['头发与發展', '髮', '头[发]与[發]展'],
    ['没有', '别的', '没有'],
  ])('in %j for %j', (text, query, expected) => {
    expect(marksIn(text, query)).toBe(expected);
  });
});

const FILLER = '这一段与所问无关，只为占满篇幅而写。';
const LONG = `${FILLER.repeat(20)}\n昨夜大雪，江城三条高速公路临时封闭。机场取消航班四十二个。\n${FILLER.repeat(20)}`;

describe('a snippet', () => {
  it('begins with the sentence of the hit when that is near', () => {
    expect(snippetOf(LONG, '高速公路')).toMatch(
      /^…昨夜大雪，江城三条\[高速公路\]临时封闭。机场取消航班四十二个。 这一段/,
    );
  });

  it('shows the place where most of the terms stand together', () => {
    const text = `航班照常。${FILLER.repeat(10)}大雪将至。${FILLER.repeat(10)}大雪使航班取消。${FILLER.repeat(10)}`;
    expect(snippetOf(text, '航班 大雪')).toMatch(/^…\[大雪\]使\[航班\]取消。/);
  });

  it('shows a short text whole', () => {
    expect(snippetOf('昨夜大雪。\n航班取消。', '大雪')).toBe('昨夜[大雪]。 航班取消。');
  });

  it('shows the beginning when the hit is elsewhere', () => {
    expect(snippetOf(LONG, '无此词')).toMatch(/^这一段与所问无关.*…$/);
  });

  it('is about two lines long and cuts no word', () => {
    const text = `${'Nothing to see in this sentence. '.repeat(30)}The extraordinary snowfall closed motorways ${'and everything else besides '.repeat(30)}`;
    const { text: shown } = snippet(text, termsOf(parseQuery('snowfall', new Date())));
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.length).toBeLessThanOrEqual(162);
    for (const word of shown.replaceAll('…', '').split(' ')) expect(text.split(/\s/)).toContain(word);
  });

  it('cuts no character in two', () => {
    const text = '𠮷'.repeat(400);
    const { text: shown } = snippet(`${text}雪${text}`, termsOf(parseQuery('雪', new Date())));
    expect(shown.isWellFormed()).toBe(true);
  });

  it.each([
    ['', '雪'],
    ['x'.repeat(5000), 'x'],
    ['\n\n\n', '雪'],
    ['雪', ''],
  ])('survives %#', (text, query) => {
    expect(snippet(text, termsOf(parseQuery(query, new Date()))).text.length).toBeLessThanOrEqual(162);
  });
});
