import { describe, expect, it } from 'vitest';
import type { RemovedPart } from '../../../lib/article.ts';
import { putBack, takeOut as backOut } from '../../../lib/extract/put-back.ts';
import { openReceipt } from '../../../lib/extract/receipt.ts';
import { articleText } from '../../../lib/extract/text.ts';
import { bodyOf } from './article.ts';

/** Puts all parts back, in an order of no meaning, as a reader would. */
function putAllBack(body: Element, parts: RemovedPart[]): void {
  const shuffled = parts
    .map((part, number) => ({ part, number }))
    .toSorted((a, b) => (a.part.html < b.part.html ? 1 : -1));
  for (const { part, number } of shuffled) {
    const holder = body.ownerDocument.createElement('div');
    holder.innerHTML = part.html;
    putBack(body, part, number, holder.firstElementChild ?? holder);
  }
}

function takeOut(html: string, selectors: string[]) {
  const body = bodyOf(html);
  const receipt = openReceipt(body.ownerDocument);
  for (const selector of selectors) {
    const node = body.querySelector(selector);
    if (node) receipt.take('pass', { nodes: [node], reason: selector });
  }
  return { body, parts: receipt.parts(body, articleText) };
}

describe('the receipt', () => {
  it.each([
    ['one block', '<p>a</p><p id="x">b</p><p>c</p>', ['#x']],
    ['neighbours, taken in any order', '<p id="x">a</p><p id="y">b</p><p id="z">c</p><p>d</p>', ['#z', '#x', '#y']],
    ['nested places', '<div><p>a</p><div><p id="x">b</p><p>c</p></div></div><p id="y">d</p>', ['#y', '#x']],
    ['the last of its block', '<div><p>a</p><p id="x">b</p></div>', ['#x']],
  ])('puts back %s where it stood', (_, html, selectors) => {
    const { body, parts } = takeOut(html, selectors);
    expect(body.querySelector('#x, wbr')).toBeNull();
    const clean = body.innerHTML;
    putAllBack(body, parts);
    expect(body.innerHTML.replace(/ data-put-back="\d"/g, '')).toBe(html);
    for (const number of parts.keys()) backOut(body, number);
    expect(body.innerHTML).toBe(clean);
  });

  it('lists parts in reading order', () => {
    const { parts } = takeOut('<p id="x">a</p><p>b</p><p id="y">c</p>', ['#y', '#x']);
    expect(parts.map((part) => part.text)).toEqual(['a', 'c']);
  });

  it('gives a part whose surroundings went later the place of those', () => {
    const { body, parts } = takeOut('<p>a</p><div id="y"><p id="x">b</p><p>c</p></div>', ['#x', '#y']);
    expect(body.innerHTML).toBe('<p>a</p>');
    expect(parts.map((part) => part.at)).toEqual([[1], [1]]);
    expect(parts.map((part) => part.html).join()).not.toContain('wbr');
  });

  it('wraps a part that is not one element', () => {
    const body = bodyOf('<p>a<br>b <i>c</i></p>');
    const receipt = openReceipt(body.ownerDocument);
    const [, , text, italic] = Array.from(body.firstElementChild?.childNodes ?? []);
    if (text && italic) receipt.take('pass', { nodes: [text, italic], reason: 'r' });
    expect(receipt.parts(body, articleText)).toMatchObject([
      { html: '<span>b <i>c</i></span>', text: 'b c', at: [0, 1] },
    ]);
  });
});
