import { describe, expect, it } from 'vitest';
import { isStopWord, isWeakWord } from '../../../lib/keywords/stop-words';
import { wordReader } from '../../../lib/keywords/words';

describe('stop words', () => {
  it.each([
    ['en', "don't", true],
    ['en', "we'll", true],
    ['en', 'harbour', false],
    ['en', 'quickly', true],
    ['en', 'family', false],
    ['en', '对于', true],
    ['fr', "l'", true],
    ['xx', "d'", true],
    ['hi', 'में', true],
    ['hi', 'बाजार', false],
    ['zh', '他们', true],
    ['zh', '你找', true],
    ['zh', '好吃的', true],
    ['zh', '目的', false],
    ['zh', 'the', true],
    ['ja', 'について', true],
  ])('in %s: %s %s', (lang, word, expected) => {
    expect(isStopWord(word, lang)).toBe(expected);
  });

  it.each([
    ['zh', '拍到', true],
    ['zh', '降至', true],
    ['zh', '守住', true],
    ['zh', '签到', false],
    ['zh', '居住', false],
    ['ja', '投げ出す', true],
    ['ja', '花火', false],
  ])('weak in %s: %s %s', (lang, word, expected) => {
    expect(isWeakWord(word, lang)).toBe(expected);
  });

  it.each([
    ['四年', { number: false, stop: true }],
    ['三', { number: true, stop: false }],
    ['2026', { number: true, stop: false }],
    ['百货', { number: false, stop: false }],
    ['GPT-4', { number: false, stop: false }],
  ])('numbers stand in phrases, amounts end them: %s', (form, expected) => {
    expect(wordReader('zh')(form, false)).toMatchObject(expected);
  });
});
