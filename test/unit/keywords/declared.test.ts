import { describe, expect, it } from 'vitest';
import { declaredTerms } from '../../../lib/keywords/declared';
import { toldBy } from '../../../lib/keywords/part-of';
import { termKey } from '../../../lib/keywords/term-key';

const about = { title: '水库开闸放水', text: '今日水库开闸，下游村民撤离。', lang: 'zh', source: '河湾新闻网' };
const termsOf = (entries: string[], { text, ...article }: typeof about): string[] =>
  declaredTerms(entries, { ...article, told: toldBy({ ...article, text }) }).map(({ term }) => term);
const kept = (entries: string[], more: Partial<typeof about> = {}): string[] => termsOf(entries, { ...about, ...more });

describe('declaredTerms', () => {
  it.each([
    ['splits one line', ['水库，村民、撤离;洪水|大坝'], ['水库', '村民', '撤离', '洪水', '大坝']],
    ['splits one Chinese line at spaces', ['水库 村民 撤离'], ['水库', '村民', '撤离']],
    ['keeps the spaces of English phrases', ['oil spill, coast guard'], ['oil spill', 'coast guard']],
    ['takes the label off', ['关键词：水库，村民'], ['水库', '村民']],
    ['drops stop words of the page’s language', ['他们', '水库'], ['水库']],
    ['drops English stop words on a Chinese page', ['the', '水库'], ['水库']],
    ['drops names of sections', ['国内新闻', '首页', 'News', '水库'], ['水库']],
    ['drops the name of the site', ['河湾新闻网', '河湾新闻网首页', '水库'], ['水库']],
    ['drops the headline itself', ['水库开闸放水', '水库'], ['水库']],
    [
      'drops single characters and sentences',
      ['水', '今日水库开闸放水下游村民连夜撤离到了安全的地方', '水库'],
      ['水库'],
    ],
    ['drops numbers', ['2022', '水库'], ['水库']],
    ['merges case and width', ['ＣＢＡ', 'cba', 'CBA'], ['CBA']],
    ['takes marks off', ['#水库#', '《大坝》', '“村民”'], ['水库', '大坝', '村民']],
    ['keeps what the text does not say, from a short list', ['防灾', '气候变化'], ['防灾', '气候变化']],
  ])('%s', (_, entries, expected) => {
    expect(kept(entries)).toEqual(expected);
  });

  it.each([
    ['columns that the article does not speak of', ['水库', '河湾要闻', '专题报道', 'market-watch-daily'], ['水库']],
    ['what is parted by underlines', ['水库_社会'], ['水库']],
    ['the same list on every page of a site', ['板球', '网球', '足球'], []],
  ])('looks at the list as a whole: %s', (_, entries, expected) => {
    expect(kept(entries)).toEqual(expected);
  });

  it('takes no part of a word for the word', () => {
    const english = { lang: 'en', title: 'Mainland started', text: 'The mainland ate partly.' };
    expect(kept(['main', 'art', 'land'], english)).toEqual([]);
    expect(kept(['mainland', 'art', 'land'], english)).toEqual(['mainland', 'art', 'land']);
  });

  it('keeps of a long list only what the article says', () => {
    const long = ['甲乙', '丙丁', '戊己', '庚辛', '壬癸', '子丑', '寅卯', '辰巳', '水库', '村民'];
    expect(kept(long)).toEqual(['水库', '村民']);
    expect(kept([...long, '开闸', '下游', '撤离', '放水'])).toEqual(['水库', '村民', '开闸', '下游', '撤离', '放水']);
  });

  it('keeps the head of the site’s name where the article is about it', () => {
    const chinaDaily = { source: 'China Daily', lang: 'en', title: 'Harvest' };
    expect(kept(['China'], { ...chinaDaily, text: 'Farmers in China gather rice.' })).toEqual(['China']);
    expect(kept(['China'], { ...chinaDaily, text: 'Farmers gather rice.' })).toEqual([]);
  });
});

describe('termKey', () => {
  it.each([
    ['ＡＢＣ', 'abc'],
    ['  Oil   Spill ', 'oil spill'],
    ['《大坝》', '大坝'],
    ['oil\nspill\u200b', 'oil spill'],
    ['U.S.', 'u.s'],
    ['C++', 'c++'],
    ['“水库”', '水库'],
  ])('%s → %s', (term, key) => {
    expect(termKey(term)).toBe(key);
    expect(termKey(key)).toBe(key);
  });
});
