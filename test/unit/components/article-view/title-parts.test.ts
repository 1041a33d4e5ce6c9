import { expect, it } from 'vitest';
import { titleParts } from '../../../../components/article-view/title-parts';

it.each([
  ['A line of words', 'en', ['A line of words']],
  ['旧粮仓里，钟表课', 'zh-CN', null],
  ['宮崎県で震度5弱', 'ja', null],
  ['“慢”字，两处', '', null],
  ['标题', 'not a language!', null],
])('cuts %j (%s) without losing a character', (title, lang, exact) => {
  const parts = titleParts(title, lang);
  expect(parts.join('')).toBe(title);
  if (exact) expect(parts).toEqual(exact);
});

it('keeps words whole and never cuts before a punctuation mark', () => {
  const parts = titleParts('图书馆延长周末开放时间，读者：好！', 'zh');
  expect(parts.length).toBeGreaterThan(3);
  expect(parts).toContain('周末');
  for (const part of parts) expect(part).not.toMatch(/^[，：！]/u);
});

it('is empty only for an empty title', () => {
  expect(titleParts('', 'zh').join('')).toBe('');
});
