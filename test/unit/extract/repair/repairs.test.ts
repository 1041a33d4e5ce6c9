import { describe, expect, it } from 'vitest';
import type { Repair } from '../../../../lib/extract/repair.ts';
import { embeds } from '../../../../lib/extract/repair/embeds.ts';
import { formulas } from '../../../../lib/extract/repair/formulas.ts';
import { fromSourceSet, isPlaceholder } from '../../../../lib/extract/repair/picture-address.ts';
import { pictures } from '../../../../lib/extract/repair/pictures.ts';
import { rightBase } from '../../../../lib/extract/repair/right-base.ts';
import { silence } from '../../../../lib/extract/repair/silence.ts';
import { unhide } from '../../../../lib/extract/repair/unhide.ts';
import { documentOf, headerOf, URL_OF_PAGE } from '../article.ts';

function mend(repair: Repair, html: string): Document {
  const doc = documentOf(html);
  repair(doc, { url: URL_OF_PAGE, header: headerOf() });
  return doc;
}

describe('pictures', () => {
  const shown = (html: string): (string | null)[] =>
    Array.from(mend(pictures, html).querySelectorAll('img'), (img) => img.getAttribute('src'));

  it.each([
    ['data-src', '<img src="/blank.gif" data-src="/a.jpg">', '/a.jpg'],
    [
      'data-original',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-original="//i.example/a.jpg">',
      '//i.example/a.jpg',
    ],
    [
      'an attribute of a Chinese system',
      '<img src="loading.gif" data-actualsrc="https://i.example/a.jpg">',
      'https://i.example/a.jpg',
    ],
    ['file', '<img src="static/none.gif" file="data/attachment/a.jpg">', 'data/attachment/a.jpg'],
    ['its source set', '<img srcset="/s.jpg 300w, /m.jpg 1200w, /l.jpg 3000w">', '/m.jpg'],
    ['a source set behind a blurred preview', '<img src="/p.jpg?w=20" srcset="/p.jpg?w=800 800w">', '/p.jpg?w=800'],
    [
      'a source of its picture',
      '<picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="data:image/gif;base64,R0"></picture>',
      '/b.webp',
    ],
    ['its own address', '<img src="/a.jpg" srcset="/b.jpg 2x" data-src="not an address">', '/a.jpg'],
    ['an attribute that no library documents', '<img src="/grey.gif" data-lazy-big-src="/a.jpg">', '/a.jpg'],
    ['its own rather than an editor’s leavings', '<img src="/a.jpg" _src="//old.example/b.jpg">', '/a.jpg'],
    ['its own rather than a page’s', '<img src="/a.jpg" data-url="https://n.example/story">', '/a.jpg'],
    ['its own rather than another size', '<img src="/a.jpg" data-thumb-src="/t.jpg">', '/a.jpg'],
  ])('take their address from %s', (_, html, address) => {
    expect(shown(html)).toEqual([address]);
  });

  it('know a stand-in of any name by its being the same for several', () => {
    const html = '<img src="/ui/wait-32.png" original="/a.jpg"><img src="/ui/wait-32.png" original="/b.jpg">';
    expect(shown(html)).toEqual(['/a.jpg', '/b.jpg']);
  });

  it.each([
    [
      'beside a placeholder',
      '<p><img src="/blank.gif"><noscript><img src="/a.jpg" alt="x"></noscript></p>',
      ['/a.jpg'],
    ],
    ['beside the picture itself', '<p><img src="/a.jpg"><noscript><img src="/a.jpg"></noscript></p>', ['/a.jpg']],
    ['alone', '<p><noscript><img src="/a.jpg?x=1&amp;y=2"></noscript></p>', ['/a.jpg?x=1&y=2']],
    [
      'as a tracking pixel',
      '<p>a<noscript><img src="https://t.example/p.png" width="1" height="1"></noscript></p>',
      [],
    ],
  ])('noscript %s', (_, html, expected) => {
    expect(shown(html)).toEqual(expected);
  });

  it('reads noscript where scripts run, and its content is text', () => {
    const doc = documentOf('<p><img src="/blank.gif"></p>');
    const noscript = doc.createElement('noscript');
    noscript.textContent = '<img alt="x" src=\'/a.jpg?x=1&amp;y=2\'>';
    doc.querySelector('p')?.append(noscript);
    pictures(doc, { url: URL_OF_PAGE, header: headerOf() });
    expect(doc.querySelector('img')?.getAttribute('src')).toBe('/a.jpg?x=1&y=2');
    expect(doc.querySelectorAll('img, noscript')).toHaveLength(1);
  });

  it('drops what only has a placeholder', () => expect(shown('<img src="/images/blank.gif"><img>')).toEqual([]));

  it.each([
    ['/a.jpg 1x, /b.jpg 2x', '/b.jpg'],
    ['/a,b.jpg 400w, /c,d.jpg 800w', '/c,d.jpg'],
    ['/only.jpg', '/only.jpg'],
    ['', null],
  ])('chooses from the set “%s”', (set, address) => expect(fromSourceSet(set)).toBe(address));

  it.each([
    ['https://a.example/photo/blank-page.jpg', false],
    ['https://a.example/s.gif', true],
    ['https://a.example/2026/gray-day.jpg', false],
    ['', true],
  ])('“%s” is a placeholder: %s', (address, expected) => expect(isPlaceholder(address)).toBe(expected));
});

describe('formulas', () => {
  const math = '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math>';
  it.each([
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml">${math}</span><span class="katex-html" aria-hidden="true"><b>x</b></span></span>`,
    ],
    [
      'MathJax 3',
      `<mjx-container><mjx-math aria-hidden="true"><mjx-mi>x</mjx-mi></mjx-math><mjx-assistive-mml>${math}</mjx-assistive-mml></mjx-container>`,
    ],
    [
      'MathJax 2',
      `<span class="MathJax"><nobr aria-hidden="true">x</nobr><span>${math}</span></span><script type="math/tex">x</script>`,
    ],
    [
      'a wiki',
      `<span><span style="display:none">${math}</span><img src="/x.svg" aria-hidden="true" alt="{\\displaystyle x}"></span>`,
    ],
    ['plain MathML', math],
  ])('of %s are said once, as MathML', (_, html) => {
    const doc = mend(formulas, `<p>Let ${html} be given.</p>`);
    expect(doc.querySelector('p > math')?.textContent).toBe('x');
    expect(doc.querySelectorAll('img, nobr, b, annotation, mjx-math')).toHaveLength(0);
  });

  it('without MathML are said as TeX', () => {
    const doc = mend(formulas, '<p><mjx-container><svg data-latex="x^2"></svg></mjx-container></p>');
    expect(doc.querySelector('code')?.textContent).toBe('x^2');
  });

  it('leave a picture beside them that is none of theirs', () => {
    const doc = mend(formulas, `<p><span><img src="/a.jpg">${math}</span></p>`);
    expect(doc.querySelectorAll('img, math')).toHaveLength(2);
  });
});

describe('silence', () => {
  it('leaves nothing that acts, and says what was hidden', () => {
    const doc = mend(
      silence,
      '<script>x()</script><style>p{}</style><!-- c --><p style="display: none">a</p><img style="width:12px;height:10px" src="/a.png">',
    );
    expect(doc.body.innerHTML).toBe('<p hidden="">a</p><img src="/a.png" width="12" height="10">');
  });
});

describe('right base', () => {
  it.each([
    ['', 'https://news.example/2026/1123/a.jpg'],
    ['<base href="/img/">', 'https://news.example/img/a.jpg'],
    ['<base href="https://cdn.example/">', 'https://cdn.example/a.jpg'],
    ['<base href="javascript:alert(1)">', 'https://news.example/2026/1123/a.jpg'],
    ['<base href="data:text/html,x">', 'https://news.example/2026/1123/a.jpg'],
  ])('with “%s”', (base, address) => {
    expect(mend(rightBase, `${base}<img src="a.jpg">`).querySelector('img')?.src).toBe(address);
  });
});

describe('unhide', () => {
  const sentence = '码头上的旧船一条接一条修好了,修船的人却说手艺快要没有人学了。';
  it('shows the article that waits for a script', () => {
    const doc = mend(unhide, `<p>首页</p><div hidden><p>${sentence}</p><p>${sentence}</p><p>${sentence}</p></div>`);
    expect(doc.querySelector('[hidden]')).toBeNull();
  });
  it('leaves dialogs, menus and small print hidden', () => {
    const long = `<p>${sentence.repeat(6)}</p>`;
    const doc = mend(
      unhide,
      `<p>${sentence.repeat(2)}</p><div hidden class="cookie-dialog">${long}</div><div hidden><p>${sentence}</p></div>`,
    );
    expect(doc.querySelectorAll('[hidden]')).toHaveLength(2);
  });
});

describe('embeds', () => {
  it.each([
    [
      'a player',
      '<div><iframe src="https://video.example/embed/1" title="Boats" width="600" height="400"></iframe></div>',
      'frame',
      'Boats',
    ],
    ['a video', '<video><source src="/v.mp4"></video>', 'video', 'news.example'],
    ['a sound', '<audio src="https://a.example/s.mp3" title="Talk"></audio>', 'audio', 'Talk'],
  ])('turns %s into a card', (_, html, kind, title) => {
    const card = mend(embeds, `<p>a</p>${html}`).querySelector('body > figure');
    expect([card?.getAttribute('data-embed'), card?.getAttribute('title')]).toEqual([kind, title]);
  });

  it.each([
    '<iframe src="https://x.example/ads/embed/1"></iframe>',
    '<iframe src="https://x.example/embed" width="1" height="1"></iframe>',
    '<iframe src="https://x.example/comments/embed"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe></iframe>',
  ])('drops %s', (html) => {
    expect(mend(embeds, html).querySelector('figure, iframe')).toBeNull();
  });
});
