import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../../../lib/search/query/conditions-of';
import { withFilter, withoutCondition, withoutQuotes } from '../../../../lib/search/query/edit-query';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import { NOW } from './shown-query';

const without = (typed: string, index: number): string => {
  const condition = conditionsOf(parseQuery(typed, NOW))[index];
  return condition ? withoutCondition(typed, condition) : '';
};

describe('what was typed, changed by a button', () => {
  it.each([
    ['台风 site:a.cn 浙江', 1, '台风 浙江'],
    ['site:a.cn', 0, ''],
    ['台风 -浙江', 1, '台风'],
    ['台风 不含：标签：旧 雪', 1, '台风 雪'],
    ['a or tag:b or c', 1, 'a or c'],
    ['a or tag:b', 1, 'a'],
    ['tag:a or b c', 0, 'b c'],
    ['x tag:a or b c', 1, 'x b c'],
    ['x (tag:a) y', 1, 'x y'],
    ['x or (tag:a) y', 1, 'x y'],
    ['x -（tag:a） or y', 1, 'x y'],
    ['x 不含：(tag:a', 1, 'x'],
    ['(x tag:a) or (y z)', 1, '(x) or (y z)'],
    ['(tag:a or x) y', 0, '(x) y'],
    ['(x or tag:a) y', 1, '(x) y'],
    ['f(tag:a) g', 1, 'f g'],
    ['来源：新华社，标签：财经', 0, '，标签：财经'],
  ])('%j without condition %i: %j', (typed, index, rest) => {
    expect(without(typed, index)).toBe(rest);
  });

  it.each([
    ['台风', 'source:', 'Reuters', '台风 source:Reuters '],
    ['', '来源：', '新华社', '来源：新华社 '],
    ['x ', 'source:', 'New York Times', 'x source:"New York Times" '],
    ['x', 'keyword:', 'a "b" c', 'x keyword:"a b c" '],
    ['x source:BBC', 'source:', 'BBC', 'x source:BBC'],
  ])('%j with %s%s: %j', (typed, name, value, result) => {
    expect(withFilter(typed, name, value)).toBe(result);
  });

  it.each([
    ['“气候 变化” 报告', '气候 变化 报告'],
    ['《流浪地球》「二」', '流浪地球 二'],
  ])('%j without quotation marks: %j', (typed, result) => {
    expect(withoutQuotes(typed)).toBe(result);
  });
});
