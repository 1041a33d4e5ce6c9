import { describe, expect, it } from 'vitest';
import { shownLocale } from '../../../components/start-page';

describe('the locale of dates and numbers', () => {
  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['zh-CN', 'zh-CN', 'zh-CN'],
    ['zh-CN', 'zh', 'zh'],
    // Texts fall back to English where we have none: a German date between English words would not fit.
    ['en', 'de', 'en'],
    // Chromium shows English to a browser in traditional Chinese.
    ['en', 'zh-TW', 'en'],
  ])('texts in %s in a browser in %s: %s', (texts, browser, expected) => {
    expect(shownLocale(texts, browser)).toBe(expected);
  });
});
