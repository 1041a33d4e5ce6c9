import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../lib/dedupe/fingerprint';
import { isSameArticle, shingleSet } from '../../../lib/dedupe/same-article';
import { shingles } from '../../../lib/dedupe/shingles';

const ZH =
  '昨夜大雪，江城三条高速公路临时封闭，机场取消航班四十二个，铁路部门加开列车疏运旅客。气象台预计雪势今晚减弱。';
const EN =
  'Heavy snow closed three motorways last night and the airport cancelled forty two flights before the storm moved east.';
const OTHER = '市图书馆新馆昨日向公众开放，首日接待读者超过八千人次，夜间阅览室将开放到凌晨一点。';

const isSame = (saved: string, stored: string): boolean => isSameArticle(shingleSet(saved), stored);

describe('a text that is saved again', () => {
  it.each([
    ['the same', ZH, ZH],
    ['one sentence more', `${ZH}雪已停。`, ZH],
    ['a sentence less', ZH.slice(0, -12), ZH],
    ['another number', ZH.replace('四十二', '五十'), ZH],
    ['other punctuation and width', ZH.replaceAll('，', ' , '), ZH],
    ['one word changed', EN.replace('forty', 'fifty'), EN],
    ['upper case', EN.toUpperCase(), EN],
    ['too short for one shingle', '雪停', '雪停'],
    ['no text at all, twice', '', ''],
  ])('is the stored one: %s', (_, saved, stored) => {
    expect(isSame(saved, stored)).toBe(true);
  });

  it.each([
    ['another story', OTHER, ZH],
    ['another language', EN, ZH],
    ['three times as long', `${ZH}${OTHER}${EN}${EN.split(' ').toReversed().join(' ')}`, ZH],
    ['an error page', '您访问的页面不存在', ZH],
    ['nothing in place of something', '', ZH],
    ['something in place of nothing', ZH, ''],
  ])('is an article of its own: %s', (_, saved, stored) => {
    expect(isSame(saved, stored)).toBe(false);
  });

  it('is the same at exactly half', () => {
    expect(isSame('一二三四五', '一二三四')).toBe(true);
    expect(isSame('一二三四五六', '一二三四')).toBe(false);
  });
});

describe('shingles', () => {
  it.each([
    ['四个字符', ['四 个 字 符']],
    ['五个字符了', ['五 个 字 符', '个 字 符 了']],
    ['GPT-4 发布', ['gpt 4 发 布']],
    ['Ｈｅｌｌｏ', ['hello']],
    ['，。', []],
  ])('of %s', (text, expected) => {
    expect(shingles(text)).toEqual(expected);
  });
});

describe('a fingerprint', () => {
  const distance = (a: string, b: string): number =>
    (BigInt(`0x${fingerprint(a)}`) ^ BigInt(`0x${fingerprint(b)}`)).toString(2).replaceAll('0', '').length;

  it('is near for texts that are nearly the same and far for others', () => {
    expect(distance(ZH, ZH.replaceAll('，', '、'))).toBe(0);
    expect(distance(ZH, `${ZH}雪已停。`)).toBeLessThan(14);
    expect(distance(ZH, OTHER)).toBeGreaterThan(20);
    expect(distance(EN, OTHER)).toBeGreaterThan(20);
  });

  it('never changes: it is stored', () => {
    expect([fingerprint(''), fingerprint(ZH), fingerprint(EN)]).toMatchInlineSnapshot(`
      [
        "0000000000000000",
        "1b57fc706fc465a2",
        "428b04dd020d1110",
      ]
    `);
  });
});
