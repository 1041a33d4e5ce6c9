import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isOffTopic } from '../../../lib/extract/off-topic.ts';

const bodyOf = (text: string): Element => new JSDOM(`<div>${text}</div>`).window.document.body;
const TITLE = '青禾镇老粮仓改建书屋';

describe('a short text found as the article', () => {
  it.each([
    ['a sign-up box', '登录之后可以继续阅读全文。每天早晨,编辑部会把五条要闻发到您的邮箱,随时可以退订。', TITLE, true],
    ['a news brief about its headline', '青禾镇昨日宣布,停用多年的粮仓将改建为公共书屋,明年春天开放。', TITLE, false],
    ['a long text, whatever it says', '每天早晨都有五条要闻。'.repeat(60), TITLE, false],
    ['an English text, where word forms differ from the headline', 'Sign up for our letters.', 'The tide clock', false],
    ['a page without a headline', '每天早晨都有五条要闻。', '', false],
  ])('is judged: %s', (_, text, title, offTopic) => {
    expect(isOffTopic(bodyOf(text), title)).toBe(offTopic);
  });
});
