import { describe, expect, it } from 'vitest';
import { keepEdits } from '../../../lib/library/keep-edits';
import { randomFrom } from '../search/random-from';

const stamps = (...terms: string[]) => Object.fromEntries(terms.map((term) => [`keyword:${term}`, 'x']));

describe('what the user did to keywords', () => {
  it.each<[string, string[], string[], string[], string[]]>([
    ['nothing', ['a'], [], ['b', 'c'], ['b', 'c']],
    ['nothing, and the page has variants', [], [], ['Ab', 'AB', 'ａｂ'], ['Ab']],
    ['something was taken', ['a'], ['b'], ['a', 'B'], ['a']],
    ['something was given', ['x', 'a'], ['x'], ['a', 'X'], ['x', 'a']],
    ['something stands where it was given', ['a', 'x', 'b'], ['x'], ['d', 'e'], ['d', 'x', 'e']],
    ['something stands last where the page has less', ['a', 'b', 'x'], ['x'], ['c'], ['c', 'x']],
    ['two were given', ['x', 'a', 'y'], ['x', 'y'], ['c', 'd'], ['x', 'c', 'y', 'd']],
    ['stamps of other fields say nothing', ['a'], [], ['a', 'tag:b'], ['a', 'tag:b']],
    ['a name with a colon', ['a:b'], ['a:b'], ['c'], ['a:b', 'c']],
    ['names that objects have', ['__proto__'], ['__proto__'], ['constructor'], ['__proto__', 'constructor']],
  ])('%s', (_, keywords, edited, terms, expected) => {
    expect(keepEdits({ keywords, stamps: { 'tag:b': 'x', ...stamps(...edited) } }, terms)).toEqual(expected);
  });

  it('is the same when it is asked again', () => {
    const random = randomFrom(7);
    const some = (): string[] => [...'abcdefgh'].filter(() => random() < 0.4).toSorted(() => random() - 0.5);
    for (let i = 0; i < 500; i++) {
      const [keywords, edited, terms] = [some(), some(), some()];
      const once = keepEdits({ keywords, stamps: stamps(...edited) }, terms);
      expect(new Set(once).size).toBe(once.length);
      expect(keepEdits({ keywords: once, stamps: stamps(...edited) }, terms)).toEqual(once);
      for (const term of edited) expect(once.includes(term)).toBe(keywords.includes(term));
      for (const term of terms) expect(once.includes(term)).toBe(!edited.includes(term) || keywords.includes(term));
    }
  });
});
