import { describe, expect, it } from 'vitest';
import { articleText, excerptOf, minutesOf } from '../../../lib/extract/text.ts';
import { bodyOf } from './article.ts';

describe('article text', () => {
  it.each([
    ['blocks', '<p>a</p><div>b<p>c</p>d</div>', 'a\nb\nc\nd'],
    ['line breaks', '<p>a<br>b<br><br>c</p>', 'a\nb\nc'],
    ['inline marks', '<p>a<b>b</b> <i>c</i>d</p>', 'ab cd'],
    ['inline marks that hold blocks', '<span><p>a</p><p>b</p></span>', 'a\nb'],
    ['indents and odd spaces', '<p>　　甲\u00a0乙\u200b </p>', '甲 乙'],
    ['list items', '<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['table rows', '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>', 'a b\nc d'],
    ['a table used as layout', '<table><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table>', 'a\nb\nc'],
    [
      'captions, not pictures',
      '<figure><img src="https://a.example/1.jpg" alt="x"><figcaption>a</figcaption></figure>',
      'a',
    ],
    ['text around a picture', '<p>a<img src="https://a.example/1.jpg">b</p>', 'a\nb'],
    ['ruby without its readings', '<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>を読む</p>', '漢字を読む'],
    ['code with its lines', '<pre>a\n  b</pre>', 'a\n  b'],
    [
      'no cards of embedded media',
      '<p>a</p><figure data-embed="video"><a href="https://v.example/">clip</a></figure>',
      'a',
    ],
    ['nothing', '<div> <p></p></div>', ''],
  ])('reads %s', (_, html, text) => {
    expect(articleText(bodyOf(html))).toBe(text);
  });
});

describe('excerpt', () => {
  it('keeps a short text whole', () => expect(excerptOf('短讯。\n第二句。')).toBe('短讯。 第二句。'));
  it('ends at a sentence when one ends in the second half', () => {
    const text = `${'甲'.repeat(150)}。${'乙'.repeat(150)}`;
    expect(excerptOf(text)).toBe(`${'甲'.repeat(150)}。`);
  });
  it('is never longer than 200 characters', () => {
    const cut = excerptOf('甲'.repeat(500));
    expect(cut).toHaveLength(200);
    expect(cut.endsWith('…')).toBe(true);
  });
});

describe('reading minutes', () => {
  it.each([
    ['', 1],
    ['甲'.repeat(400), 1],
    ['甲'.repeat(2000), 5],
    ['word '.repeat(2300), 10],
  ])('of %#', (text, minutes) => expect(minutesOf(text)).toBe(minutes));
});
