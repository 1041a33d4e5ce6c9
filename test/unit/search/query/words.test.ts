import { describe, expect, it } from 'vitest';
import { shown } from './shown-query';

describe('the words of a query', () => {
  it.each([
    ['疫情防控', '疫情防控'],
    ['北京 上海', '北京 + 上海'],
    ['北京，上海', '北京 + 上海'],
    ['Climate Chan', 'climate + chan*'],
    ['Climate Chan  ', 'climate + chan*'],
    ['climate change.', 'climate + change'],
    ['5G技术', '5g + 技术'],
    ['华为 Mate', '华为 + mate*'],
    ['gpt-4', 'gpt 4*'],
    ['don’t stop', 'don t + stop*'],
    ['C++', 'c'],
    ['ＡＩ', 'ai*'],
    ['雪 雪 雪', '雪'],
    ['', ''],
    ['   ', ''],
    ['!?，。', ''],
    ['.*[a-z]+(', 'a z'],
    ['\\d{3}$^', 'd + 3'],
    ['http://x.org/a', 'http + x org a*'],
    ['12:30', '12 + 30*'],
    ['C++: a primer', 'c + a + primer*'],
    ['外交部：中方', '外交部 + 中方'],
    ['问题是：未读', '问题是 + 未读'],
    ['👍🏽 ok', 'ok*'],
    ['\ud800 x \udc00', 'x'],
  ])('%j: %s', (typed, terms) => {
    expect(shown(typed)).toBe(terms);
  });
});

describe('quotation marks', () => {
  it.each([
    ['"climate change"', 'climate change'],
    ['“气候 变化” 报告', '气候 变化 + 报告'],
    ['＂a b＂ c', 'a b + c*'],
    ['「气候 变化」报告', '气候 变化 + 报告'],
    ['『a』《流浪地球2》', 'a + 流浪地球 2'],
    ['news "not closed', 'news + not closed'],
    ['「没有 关上', '没有 关上'],
    ['“mixed" up', 'mixed + up*'],
    ['a"b c"d', 'a + b c + d*'],
    ['关上」了', '关上 + 了'],
    ['"" “”', ''],
    ['"', ''],
    ['"-a or b"', 'a or b'],
    ['"site:a.cn"', 'site a cn'],
  ])('%j: %s', (typed, terms) => {
    expect(shown(typed)).toBe(terms);
  });
});

describe('excluding and choosing', () => {
  it.each([
    ['a -b', 'a + !b'],
    ['a －台风', 'a + !台风'],
    ['a −b –c', 'a + !b + !c'],
    ['a NOT b', 'a + !b'],
    ['台风 不含：浙江', '台风 + !浙江'],
    ['台风 排除:“浙江 福建”', '台风 + !浙江 福建'],
    ['-5G技术', '!5g 技术'],
    ['-"a b" c', '!a b + c*'],
    ['-tag:a', '!tag a'],
    ['不含：标签：a', '!tag a'],
    ['not a', 'not + a*'],
    ['a - b', 'a + b*'],
    ['a--b --c', 'a + b + c*'],
    ['well-known', 'well known*'],
    ['"a"-b', 'a + b*'],
    ['-', ''],
    ['a -', 'a'],
    ['- -- -', ''],
    ['a or b', 'a | b*'],
    ['a OR b Or c', 'a | b | c*'],
    ['北京 或 上海', '北京 | 上海'],
    ['北京 或者 上海', '北京 | 上海'],
    ['北京|上海｜广州', '北京 | 上海 | 广州'],
    ['a || b', 'a | b*'],
    ['a b or c d', 'a + b | c + d*'],
    ['5G技术 or 卫星', '5g 技术 | 卫星'],
    ['tag:a or "b c"', 'tag a | b c'],
    ['a or -b', 'a | !b'],
    ['或许', '或许'],
    ['oregon', 'oregon*'],
    ['or', 'or*'],
    ['or or', 'or'],
    ['or or or b', 'or | b*'],
    ['a or', 'a'],
    ['a or or b', 'a | b*'],
    ['| a |', 'a'],
    ['lang:?? or b', 'b*'],
    ['x lang:?? or b', 'x + b*'],
    ['a or lang:?? or b', 'a | b*'],
    ['a (b or c) -d', 'a + b | c + !d'],
    ['(a or b) or c', 'a | b | c*'],
    ['f(x)', 'f + x'],
    ['((((', ''],
    [')a(', 'a'],
  ])('%j: %s', (typed, conditions) => {
    expect(shown(typed)).toBe(conditions);
  });
});
