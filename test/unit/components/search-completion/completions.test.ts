import { describe, expect, it } from 'vitest';
import { completions } from '../../../../components/search-completion/completions';
import { completionAt } from '../../../../lib/search/query/completion-at';
import { parseQuery } from '../../../../lib/search/query/parse-query';

const NOW = new Date(2026, 10, 23, 15, 30);

const offered = (typed: string, known: { value: string; count: number | null }[] = []) => {
  const at = completionAt(typed, typed.length);
  return at ? completions(at, known, NOW) : [];
};
const written = (typed: string) => offered(typed).map((one) => one.written);

describe('names of filters', () => {
  it.each([
    ['si', ['site:']],
    ['SI', ['site:']],
    ['标', ['标签：']],
    ['標', ['标签：']],
    ['来源', ['来源：']],
    ['-ta', ['tag:']],
    ['s', []],
    ['sit down', []],
    ['sites', []],
    ['标准', []],
    ['storm', []],
    ['5', []],
  ])('%j: %j', (typed, names) => {
    expect(written(typed)).toEqual(names);
  });

  const NAMES = ['ta', 'ke', 'so', 'si', 'is', 'ha', 'sa', 'af', 'be', 'pu', 'mi', 'la'];
  const CHINESE = ['标', '关', '来', '网', '是', '有', '保', '晚', '早', '日', '时', '语'];

  it('are all known, in both languages, and every value that stands below them is understood', () => {
    for (const begun of [...NAMES, ...CHINESE]) {
      const [name = '', ...more] = written(begun);
      expect([name.startsWith(begun), more], begun).toEqual([true, []]);
      expect(completionAt(name, name.length)?.kind, name).toBe('value');
      for (const value of written(name)) {
        const { clauses, problems } = parseQuery(`${name}${value} `, NOW);
        expect([clauses[0]?.any[0]?.kind, problems], name + value).toEqual(['filter', []]);
      }
    }
  });
});

describe('values', () => {
  it('are in the language of the name, found in both', () => {
    expect(written('is:un')).toEqual(['unread']);
    expect(written('is:未')).toEqual(['unread']);
    expect(written('是：un')).toEqual(['未读']);
    expect(written('has:')).toEqual(['picture', 'note', 'version']);
    expect(written('有：旧')).toEqual(['旧版本']);
    expect(written('saved:la')).toEqual(['"last week"']);
    expect(written('minutes:')).toEqual(['<5', '5-10', '>10']);
  });

  it('of the library are quoted where they hold a space', () => {
    const known = [
      { value: 'New York Times', count: 3 },
      { value: 'BBC', count: null },
    ];
    const all = offered('source:', known);
    expect(all.map(({ text, written, count }) => [text, written, count])).toEqual([
      ['New York Times', '"New York Times"', 3],
      ['BBC', 'BBC', null],
    ]);
  });

  it('that stand there already are not offered', () => {
    expect(offered('is:unread')).toEqual([]);
    expect(offered('tag:Economy', [{ value: 'economy', count: 2 }])).toEqual([]);
    expect(
      offered('tag:eco', [
        { value: 'eco', count: 2 },
        { value: 'economy', count: 2 },
      ]),
    ).toHaveLength(2);
  });
});
