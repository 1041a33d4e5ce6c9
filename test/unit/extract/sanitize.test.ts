import { describe, expect, it } from 'vitest';
import { JSDOM } from 'jsdom';
import { keepAllowed } from '../../../lib/extract/keep-allowed.ts';
import { displayFragment } from '../../../lib/extract/sanitize.ts';
import { shapeOf } from '../../attacks/faults-of.ts';

function treeOf(html: string): HTMLElement {
  const { window } = new JSDOM('');
  const element = window.document.implementation.createHTMLDocument('').createElement('div');
  element.innerHTML = html;
  return element;
}

function clean(html: string): string {
  const element = treeOf(html);
  keepAllowed(element);
  return element.innerHTML;
}

/** As the library shows it, pictures with their address. */
function shown(html: string): HTMLElement {
  const { window } = new JSDOM('');
  const element = window.document.createElement('div');
  element.append(displayFragment(window, window.document, html));
  for (const picture of Array.from(element.querySelectorAll('img'))) {
    picture.setAttribute('src', picture.dataset['src'] ?? '');
    delete picture.dataset['src'];
  }
  return element;
}

describe('what may not stay', () => {
  it.each([
    ['a handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['a script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['a style', '<style>p{}</style><p style="color:red">a</p>', '<p>a</p>'],
    ['a script address', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['a hidden script address', '<a href=" java\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['a data address as link', '<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a>a</a>'],
    ['a frame', '<p>a</p><iframe src="https://x.example/"></iframe>', '<p>a</p>'],
    ['a frame with a document in it', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', ''],
    ['an object', '<object data="https://x.example/"></object>', ''],
    ['a form', '<form action="https://x.example/"><input name="a">b</form>', 'b'],
    ['a picture without an address', '<img alt="a">', ''],
    ['a picture of another scheme', '<img src="blob:https://x.example/1"><img src="file:///etc/passwd">', ''],
    ['text as a picture', '<img src="data:text/html,a">', ''],
    ['a handler on a broken picture', '<img src="x" onerror="alert(1)">', ''],
    [
      'source sets',
      '<img src="https://a.example/1.jpg" srcset="https://b.example/2.jpg 2x">',
      '<img src="https://a.example/1.jpg">',
    ],
    ['an svg with a script', '<svg><script>alert(1)</script></svg>', ''],
    [
      'an svg that animates an address',
      '<svg><a><animate attributeName="href" values="javascript:alert(1)"/></a></svg>',
      '',
    ],
    [
      'markup inside MathML',
      '<math><annotation-xml encoding="text/html"><img src="x" onerror="alert(1)"></annotation-xml></math>',
      '<math></math>',
    ],
    ['a base', '<base href="https://x.example/">', ''],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://x.example/">', ''],
    ['a template', '<template><img src="x" onerror="alert(1)"></template>', ''],
    ['a custom element', '<x-evil onmouseover="alert(1)">a</x-evil>', 'a'],
    ['names of the page', '<p class="a" name="b" data-c="d">a</p>', '<p>a</p>'],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it('survives markup that changes its meaning when parsed again', () => {
    const html = clean('<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=alert(1)>">');
    expect(html).not.toMatch(/onerror|<style|mglyph/);
    expect(clean(html)).toBe(html);
  });
});

describe('what an article may hold', () => {
  it.each([
    '<table><caption>c</caption><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table>',
    '<ol start="3" reversed=""><li value="3">a</li></ol>',
    '<pre><code>a &lt; b</code></pre>',
    '<blockquote cite="https://a.example/"><p>a</p></blockquote>',
    '<figure><img src="https://a.example/1.jpg" alt="a" width="3"><figcaption>b</figcaption></figure>',
    '<img src="data:image/png;base64,AAAA">',
    '<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>',
    '<p dir="rtl" lang="ar">ا</p>',
    '<math display="block"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
    '<details><summary>a</summary><p>b</p></details>',
    '<details open=""><summary>a</summary><p>b</p></details>',
    '<table><colgroup><col span="2"></colgroup><tbody><tr><th scope="row" rowspan="2">a</th><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table>',
    '<ol type="a"><li>a<ul><li>b</li></ul></li></ol>',
    '<dl><dt>a</dt><dd>b</dd></dl>',
    '<p>H<sub>2</sub>O, x<sup>2</sup>, <del datetime="2026-11-20">a</del> <ins cite="https://a.example/">b</ins></p>',
    '<p><time datetime="2026-11-20">a</time> <abbr title="b">c</abbr> <kbd>d</kbd> <q cite="https://a.example/">e</q> <bdo dir="rtl">f</bdo></p>',
    '<ruby><rb>字</rb><rtc><rt>zì</rt></rtc></ruby>',
    '<math><mrow><munderover><mo movablelimits="false">∑</mo><mi>i</mi><mi>n</mi></munderover><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac></mrow></math>',
    '<math display="block"><mtable columnalign="left"><mtr><mtd><mtext>a</mtext></mtd></mtr></mtable></math>',
    '<figure data-embed="video"><a href="https://v.example/1" rel="noopener noreferrer" target="_blank">a</a></figure>',
  ])('%s, in the page and in the library', (html) => {
    expect(clean(html)).toBe(html);
    expect(shapeOf(shown(html))).toBe(shapeOf(treeOf(html)));
  });

  it.each([
    [
      'a formula without its source',
      '<math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">\\x</annotation></semantics></math>',
      '<math><mrow><mi>x</mi></mrow></math>',
    ],
    ['a block that a paragraph cannot hold, in a box', ['p', 'figure'], '<div><figure></figure></div>'],
    ['one link of two in each other', ['a', 'a'], '<a></a>'],
    ['a drawing as nothing', '<p>a<svg><text>b</text></svg></p>', '<p>a</p>'],
  ])('%s', (_, given, expected) => {
    const root = typeof given === 'string' ? treeOf(given) : treeOf('');
    let inner: Element = root;
    if (typeof given !== 'string')
      for (const name of given) inner = inner.appendChild(root.ownerDocument.createElement(name));
    keepAllowed(root);
    expect(root.innerHTML).toBe(expected);
  });

  it('elements of ours stay themselves; all others are new', () => {
    const root = treeOf('<p>a<wbr></p>');
    const marker = root.querySelector('wbr');
    const paragraph = root.querySelector('p');
    keepAllowed(root, new Set([marker as Node]));
    expect(root.querySelector('wbr')).toBe(marker);
    expect(root.querySelector('p')).not.toBe(paragraph);
  });

  it('links open apart, without opener or referrer', () => {
    expect(clean('<a href="https://a.example/" target="_self" rel="opener">a</a>')).toBe(
      '<a href="https://a.example/" rel="noopener noreferrer" target="_blank">a</a>',
    );
  });

  it('footnotes keep their links, under names of our own, and a second time changes nothing', () => {
    const once = clean('<p>a<a href="#n1">1</a></p><p id="n1">note</p>');
    expect(once).toBe('<p>a<a href="#q-n1">1</a></p><p id="q-n1">note</p>');
    expect(clean(once)).toBe(once);
  });
});

describe('stored markup on display', () => {
  it('loads nothing: pictures wait with their address aside', () => {
    const { window } = new JSDOM('');
    const fragment = displayFragment(
      window,
      window.document,
      '<p>a</p><img src="https://a.example/1.jpg" onload="x()">',
    );
    const picture = fragment.querySelector('img');
    expect(picture?.hasAttribute('src')).toBe(false);
    expect(picture?.getAttribute('data-src')).toBe('https://a.example/1.jpg');
    expect(picture?.hasAttribute('onload')).toBe(false);
    expect(fragment.ownerDocument).toBe(window.document);
  });

  it('uses the policy it is given, so that a page with enforced Trusted Types accepts it', () => {
    const { window } = new JSDOM('');
    const seen: string[] = [];
    const policy = {
      createHTML: (html: string) => {
        seen.push(html);
        return html;
      },
      createScriptURL: (url: string) => url,
    };
    displayFragment(window, window.document, '<p>a</p>', policy);
    expect(seen.join()).toContain('<p>a</p>');
  });
});
