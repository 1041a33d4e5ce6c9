import { describe, expect, it } from 'vitest';
import type { Keyword } from '../../../lib/article';
import { keywordsOf } from '../../../lib/library/keywords-of';
import { keyword } from './a-library';

const mine = (term: string): Keyword => ({ term, origin: 'user', weight: 1, where: 'user' });

describe('the keywords of an article', () => {
  it.each<[string, string[], Keyword[], Keyword[]]>([
    [
      'come from where the save had them, in the order of the row',
      ['b', 'a'],
      [keyword('a'), keyword('b', 'found')],
      [keyword('b', 'found'), keyword('a')],
    ],
    ['are the user’s where no save brought them', ['new', 'a'], [keyword('a')], [mine('new'), keyword('a')]],
    ['do not hold what was removed', ['b'], [keyword('a'), keyword('b')], [keyword('b')]],
    [
      'keep their origin when only capitals or width changed',
      ['ＡＩ'],
      [keyword('ai')],
      [{ ...keyword('ai'), term: 'ＡＩ' }],
    ],
    ['are the user’s under a new name', ['b'], [keyword('a')], [mine('b')]],
    ['may be none', [], [keyword('a')], []],
    ['are the user’s when nothing of the save is left', ['__proto__'], [], [mine('__proto__')]],
  ])('%s', (_, keywords, saved, shown) => {
    expect(keywordsOf({ keywords }, { keywords: saved })).toEqual(shown);
  });
});
