import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import type { Query } from '../../../../lib/search/query/query';
import { randomFrom } from '../random-from';
import { NOW, shown, troubles } from './shown-query';

describe('brackets', () => {
  it.each([
    ['(a b) or c ', 'a | c* + b | c*'],
    ['c or (a b)', 'c | a + c | b'],
    ['(a b) | (c d)', 'a | c + a | d + b | c + b | d'],
    ['（北京 或 上海） 暴雨', '北京 | 上海 + 暴雨'],
    ['（北京 暴雨） 或 （上海 台风）', '北京 | 上海 + 北京 | 台风 + 暴雨 | 上海 + 暴雨 | 台风'],
    ['((a or b)) c ', 'a | b + c*'],
    ['(((a)))', 'a'],
    ['a (b (c (d or e)))', 'a + b + c + d | e'],
    ['-(a b) ', '!a | !b'],
    ['-(a or b)', '!a + !b'],
    ['-(a -b)', '!a | b'],
    ['-(a or -(b c))', '!a + b + c'],
    ['-(-(a))', 'a'],
    ['不含：（台风 或 暴雨） 浙江', '!台风 + !暴雨 + 浙江'],
    ['NOT (tag:a or tag:b)', '!tag a + !tag b'],
    ['(a or tag:b) -(site:c.cn d)', 'a | tag b + !site c.cn | !d'],
    ['a (a or b)', 'a'],
    ['(a b) or (a c)', 'a + b | c'],
    // `or` waits for its other side only within its own brackets.
    ['(a or) b', 'a + b*'],
    ['a or (', 'a'],
    ['a or () b', 'a + b*'],
    ['(a b', 'a + b*'],
    ['a) or b', 'a | b*'],
    ['-() a', 'a*'],
    ['-(a', '!a'],
    ['(or)', 'or'],
    ['(雪5G) or x ', '雪 | x* + 5g | x*'],
  ])('%j: %s', (typed, conditions) => {
    expect(shown(typed)).toBe(conditions);
    expect(troubles(typed)).toBe('');
  });
});

type Tree = { word: string } | { not: Tree } | { all: Tree[] } | { any: Tree[] };

const WORDS = ['ant', 'bee', 'cat', 'dog', 'eel'];

/** Which of the words an article has: bit by bit. */
const ARTICLES = Array.from({ length: 2 ** WORDS.length }, (_, bits) => bits);
const has = (article: number, word: string): boolean => (article & (1 << WORDS.indexOf(word))) !== 0;

function holds(tree: Tree, article: number): boolean {
  if ('word' in tree) return has(article, tree.word);
  if ('not' in tree) return !holds(tree.not, article);
  return 'all' in tree ? tree.all.every((one) => holds(one, article)) : tree.any.some((one) => holds(one, article));
}

const answers = ({ clauses }: Query, article: number): boolean =>
  clauses.every(({ any }) =>
    any.some((one) => one.kind === 'term' && has(article, one.term.parts[0]?.text ?? '') !== one.not),
  );

const random = randomFrom(11);
const upTo = (n: number): number => Math.floor(random() * n);
const one = (of: readonly string[]): string => of[upTo(of.length)] ?? '';

function treeOf(depth: number): Tree {
  const kind = depth === 0 ? 0 : upTo(5);
  const some = (): Tree[] => Array.from({ length: 2 + upTo(2) }, () => treeOf(depth - 1));
  if (kind < 2) return { word: one(WORDS) };
  if (kind === 2) return { not: treeOf(depth - 1) };
  return kind === 3 ? { all: some() } : { any: some() };
}

const bracketed = (text: string): string => (upTo(2) ? `(${text})` : `（ ${text}）`);

/** As someone might type it. */
function typedAs(tree: Tree): string {
  if ('word' in tree) return `"${tree.word}"`;
  if ('not' in tree) {
    const inner = typedAs(tree.not);
    return one(['-', 'NOT ', '不含：']) + ('word' in tree.not ? inner : bracketed(inner));
  }
  // Side by side binds less than `or`.
  if ('all' in tree) return tree.all.map((part) => ('all' in part ? bracketed : String)(typedAs(part))).join(' ');
  const parts = tree.any.map((part) => ('word' in part ? typedAs(part) : bracketed(typedAs(part))));
  return parts.join(one([' or ', ' OR ', ' 或 ', '|', ' | ']));
}

describe('any expression', () => {
  const trees = Array.from({ length: 3000 }, () => treeOf(1 + upTo(4)));

  it('finds what its words, brackets and signs say, and never less', () => {
    let exact = 0;
    for (const tree of trees) {
      const typed = typedAs(tree);
      const query = parseQuery(typed, NOW);
      const cut = query.problems.some(({ code }) => code === 'many' || code === 'long');
      if (cut) continue;
      const widened = query.problems.length > 0;
      if (!widened) exact++;
      for (const article of ARTICLES) {
        const wanted = holds(tree, article);
        if (widened && !wanted) continue;
        expect(answers(query, article), `${typed} of ${article.toString(2)}`).toBe(wanted);
      }
    }
    // Most are short enough to be met as they stand.
    expect(exact).toBeGreaterThan(2000);
  });

  it('stays small', () => {
    for (const tree of trees) {
      const { clauses } = parseQuery(typedAs(tree), NOW);
      expect(clauses.reduce((sum, { any }) => sum + any.length, 0)).toBeLessThan(400);
    }
  });
});

describe('more than can be combined', () => {
  const pairs = (n: number) => Array.from({ length: n }, (_, i) => `(a${i} b${i})`).join(' or ');

  it('is five pairs still', () => {
    expect(troubles(pairs(5))).toBe('');
    expect(shown(pairs(5)).split(' + ')).toHaveLength(32);
  });

  it('is said at its place, and then one condition is enough', () => {
    const typed = `x (${pairs(6)}) -y`;
    expect(troubles(typed)).toBe(`brackets ‹(${pairs(6)})›`);
    expect(shown(typed)).toBe(`x + ${[0, 1, 2, 3, 4, 5].map((i) => `a${i} | b${i}`).join(' | ')} + !y`);
  });

  it('is said once for brackets in brackets', () => {
    const typed = `((${pairs(6)}) c d e f g) or (h i j k l m) or (n o)`;
    expect(troubles(typed)).toBe(`brackets ‹${typed}›`);
  });

  it.each([
    ['brackets in brackets', '(a or '.repeat(160)],
    ['excluded brackets', '-(a b '.repeat(160)],
    ['pairs', '(a b)or'.repeat(140)],
    ['brackets around nothing', `${'('.repeat(498)}a${')'.repeat(498)}`],
    ['turns of both', '(a or -(b c '.repeat(80)],
  ])('stays cheap: %s', (_name, typed) => {
    const { clauses, problems } = parseQuery(typed, NOW);
    expect(clauses.length).toBeLessThanOrEqual(200);
    expect(problems.length).toBeLessThanOrEqual(3);
  });
});
