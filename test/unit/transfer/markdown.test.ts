import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../lib/transfer/markdown.ts';

function markdown(html: string): string {
  return toMarkdown(new JSDOM(`<body>${html}</body>`).window.document.body);
}

const cases: [what: string, html: string, markdown: string][] = [
  ['paragraphs', '<p>One\n line.</p>\n<p>Two.</p>', 'One line.\n\nTwo.'],
  ['text between blocks as a paragraph', 'Loose<p>Block</p>tail', 'Loose\n\nBlock\n\ntail'],
  ['blocks inside inline elements', '<span><p>One</p><p>Two</p></span>', 'One\n\nTwo'],
  ['headings below the headline', '<h1>A</h1><h3>B <em>c</em></h3>', '## A\n\n### B *c*'],
  ['line breaks', '<p>一行<br>二行<br></p>', '一行  \n二行'],
  ['typed indents', '<p>　　段落</p>', '段落'],
  ['strong and emphasis', '<p>a <b>bold </b>and <i>x</i></p>', 'a **bold** and *x*'],
  ['nested emphasis', '<p><b><i>x</i></b></p>', '***x***'],
  ['the same emphasis twice as once', '<p><b>a <strong>b</strong></b></p>', '**a b**'],
  ['empty emphasis as nothing', '<p>a<b> </b>c</p>', 'a c'],
  ['struck text', '<p><del>old</del> new</p>', '~~old~~ new'],
  ['links', '<p><a href="https://e.org/a(b) c">go </a>on</p>', '[go](https://e.org/a%28b%29%20c) on'],
  ['places in the article as text', '<p>x<sup><a href="#q-1">1</a></sup></p>', 'x<sup>1</sup>'],
  ['pictures', '<img src="https://e.org/p.png" alt="a [b]">', '![a \\[b\\]](https://e.org/p.png)'],
  [
    'the own address of a shown picture',
    '<img src="blob:x" data-src="https://e.org/p.png">',
    '![](https://e.org/p.png)',
  ],
  [
    'a figure with its caption',
    '<figure><img src="https://e.org/p.png" alt=""><figcaption>River, 1958</figcaption></figure>',
    '![](https://e.org/p.png)\n\n*River, 1958*',
  ],
  [
    'a linked picture',
    '<p><a href="https://e.org/"><img src="https://e.org/p.png"></a></p>',
    '[![](https://e.org/p.png)](https://e.org/)',
  ],
  ['tight lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
  ['numbered lists from their start', '<ol start="9"><li>a</li><li>b</li></ol>', '9. a\n10. b'],
  ['loose lists', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n\n- c'],
  ['quotations', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  ['code as it is', '<pre><code>\nif (a) {\n  *b*\n}\n</code></pre>', '```\nif (a) {\n  *b*\n}\n```'],
  ['code that holds a fence', '<pre>```\nx</pre>', '````\n```\nx\n````'],
  ['code within a line', '<p><code>a`b</code></p>', '``a`b``'],
  ['rules', '<p>a</p><hr><p>b</p>', 'a\n\n* * *\n\nb'],
  ['ruby with its own brackets', '<p><ruby>擒<rp>(</rp><rt>qín</rt><rp>)</rp></ruby></p>', '擒(qín)'],
  ['ruby without brackets', '<p><ruby>擒<rt>qín</rt></ruby></p>', '擒(qín)'],
  [
    'tables',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td><p>x</p><p>y</p></td></tr></table>',
    '| a | b |\n| --- | --- |\n| 1\\|2 | x<br>y |',
  ],
  ['tables without a head', '<table><tr><td>a</td><td>b</td></tr></table>', '|  |  |\n| --- | --- |\n| a | b |'],
  [
    'spanning cells on their grid',
    '<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td>4</td></tr></table>',
    '| a | b | c |\n| --- | --- | --- |\n| 1 | 2 |  |\n|  | 3 | 4 |',
  ],
  ['a table of one column as its blocks', '<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>', 'a\n\nb'],
  ['terms and their meaning', '<dl><dt>a</dt><dd>b</dd></dl>', '**a**\n\nb'],
];

const texts: [text: string, markdown: string][] = [
  ['2 * 3 * 4', '2 \\* 3 \\* 4'],
  ['snake_case and _this_', 'snake_case and \\_this\\_'],
  ['# not a heading', '\\# not a heading'],
  ['1. not a list', '1\\. not a list'],
  ['1958. Winter', '1958\\. Winter'],
  ['- dash', '\\- dash'],
  ['> sign', '\\> sign'],
  ['[x](y)', '\\[x\\](y)'],
  ['a <b> c', 'a \\<b> c'],
  ['&copy;', '\\&copy;'],
  ['C:\\new', 'C:\\\\new'],
  ['3.5 元,涨了 2-3%', '3.5 元,涨了 2-3%'],
];

describe('toMarkdown', () => {
  it.each(cases)('writes %s', (_what, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  it.each(texts)('keeps %j as text', (text, expected) => {
    const page = new JSDOM('<p></p>').window.document;
    page.querySelector('p')?.append(text);
    expect(toMarkdown(page.body)).toBe(expected);
  });

  it.each([
    ['<p>说<b>“慢”</b>字</p>', '说<strong>“慢”</strong>字'],
    ['<p>说<b>慢</b>字</p>', '说**慢**字'],
    ['<p>（<b>“慢”</b>）</p>', '（**“慢”**）'],
    ['<p><b>结论：</b>等</p>', '<strong>结论：</strong>等'],
    ['<p><b>结论：</b> 等</p>', '**结论：** 等'],
  ])('keeps the emphasis of Chinese beside punctuation: %s', (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  it('gives an empty text for an empty body', () => {
    expect(markdown('<p> </p><ul></ul><table></table>')).toBe('');
  });
});
