import { describe, expect, it } from 'vitest';
import { silenceMarkup } from '../../../../lib/extract/paging/silence-markup.ts';
import { documentOf } from '../article.ts';

const acting = (doc: Document) =>
  Array.from(doc.querySelectorAll('*')).flatMap((element) =>
    Array.from(element.attributes, ({ name }) => name).filter((name) => name.startsWith('on')),
  );

describe('markup made silent', () => {
  it.each([
    ['a plain handler', '<p onclick="go()">a</p>'],
    ['one of many', '<p id=x onclick=go() class="b">a</p>'],
    ['one without space before it', '<p id="x"onclick="go()">a</p>'],
    ['one behind a slash', '<img/onerror=go()>a'],
    ['one behind a line break', '<p\nonclick\n=\n"go()"\n>a'],
    ['one without value', '<p onclick>a'],
    ['upper case', '<P ONCLICK="go()">a'],
    ['one behind an apostrophe in an unquoted value', "<p title=it's onclick=go()>a"],
    ['one behind a quoted angle', '<p title="a>b" onclick="go()">a'],
    ['one behind a stray equals sign', '<p =x onclick=go()>a'],
    ['one behind a quote that is a name', '<p " onclick=go()>a'],
    ['one in an end tag’s neighbour', '</p onclick=1><p onclick=go()>a'],
    ['one behind a short comment', '<!--><p onclick=go()>a<!-- -->'],
    ['one behind a comment', '<!-- <p> --><p onclick=go()>a'],
    ['one behind an angle in text', 'a < b <p onclick=go()>a'],
    ['one behind a script', '<script>"<p onclick=1>"</script ><p onclick=go()>a'],
    ['one behind a title', '<title><p></title><p onclick=go()>a'],
    ['one in SVG', '<svg><animate onbegin="go()"/></svg>a'],
  ])('loses %s', (_, html) => {
    const silent = documentOf(silenceMarkup(html));
    expect(acting(documentOf(html))).not.toEqual([]);
    expect(acting(silent)).toEqual([]);
    expect(silent.body.textContent).toContain('a');
  });

  it.each([
    ['attributes of others', '<a href="/x?on=1" data-on="2" title=\'say "on=3"\'>on=4 onclick="5"</a>'],
    ['written code', '<p>&lt;p onclick="go()"&gt;</p>'],
    ['text that looks like a tag', '<p>1 <2 onclick=3</p>'],
    ['a text field', '<textarea><p onclick="go()"></textarea>'],
    ['data of the page', '<script type="application/ld+json">{"a":"<p onclick=1>"}</script>'],
  ])('keeps %s', (_, html) => {
    const before = documentOf(html).body.parentElement?.innerHTML;
    expect(documentOf(silenceMarkup(html)).body.parentElement?.innerHTML).toBe(before);
  });

  it('loses scripts, styles at elements and frames written in', () => {
    const html = '<script>go()</script><p style="color:red">a</p><iframe srcdoc="<b>"></iframe>';
    expect(documentOf(silenceMarkup(html)).body.innerHTML).toBe('<p>a</p><iframe></iframe>');
  });

  it.each(['<p title="', '<a '.repeat(3), '<script>', '<!-- ', '<', '', '</', '<p onclick="a'])(
    'survives %j',
    (html) => {
      expect(() => documentOf(silenceMarkup(html))).not.toThrow();
    },
  );

  it.each(['<a "', "<a b='", '<a =', '<!-', '<script>', '<p/ ', '<title>'])(
    'comes to an end with many times %j',
    (part) => {
      expect(() => silenceMarkup(part.repeat(200_000))).not.toThrow();
    },
  );
});
