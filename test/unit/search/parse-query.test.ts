import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/search/parse-query';

/** `防控 + econ*`: terms by ` + `, parts of one term by spaces, `*` where a word may go on. */
const shown = (query: string): string =>
  parseQuery(query)
    .map(({ parts, prefix }) => parts.map(({ text }) => text).join(' ') + (prefix ? '*' : ''))
    .join(' + ');

describe('a query', () => {
  it.each([
    ['疫情防控', '疫情防控'],
    ['北京 上海', '北京 + 上海'],
    ['北京，上海', '北京 + 上海'],
    ['Climate Chan', 'climate + chan*'],
    ['climate change.', 'climate + change'],
    ['5G技术', '5g + 技术'],
    ['华为 Mate', '华为 + mate*'],
    ['gpt-4', 'gpt 4*'],
    ['don’t stop', 'don t + stop*'],
    ['"climate change"', 'climate change'],
    ['“气候 变化” 报告', '气候 变化 + 报告'],
    ['news "not closed', 'news + not closed'],
    ['ＡＩ', 'ai*'],
    ['雪 雪 雪', '雪'],
    ['', ''],
    ['   ', ''],
    ['"" “”', ''],
    ['!?，。', ''],
    ['.*[a-z]+(', 'a z'],
  ])('%j asks for %s', (query, terms) => {
    expect(shown(query)).toBe(terms);
  });

  it('of any length is read in a moment, and cut', () => {
    expect(parseQuery('词 '.repeat(500_000)).length).toBe(1);
    expect(parseQuery(Array.from({ length: 200 }, (_, i) => `w${i}`).join(' '))).toHaveLength(32);
  });
});
