/**
 * Steps of Readability that come to the same in less time; the build leaves the slow ones out of the reader
 * (`wxt.config.ts`). They know that `repair/silence.ts` took the inline styles and left `hidden`.
 */
type Scored = { readability?: object };

const LETTER = /\S/;
/** NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION */
const TEXTS = 0x4 | 0x8;

/** By the browser's own walk, which no depth overflows. */
function hasText(element: Element): boolean {
  const texts = element.ownerDocument.createTreeWalker(element, TEXTS);
  while (texts.nextNode()) if (LETTER.test(texts.currentNode.nodeValue ?? '')) return true;
  return false;
}

export const QUICK_STEPS = {
  /** A page's own handlers are left behind: in a new element even a document that runs nothing would report them as a breach. */
  _setNodeTag(node: Element & Scored, tag: string): Element {
    const twin: Element & Scored = node.ownerDocument.createElement(tag);
    while (node.firstChild) twin.append(node.firstChild);
    node.replaceWith(twin);
    if (node.readability) twin.readability = node.readability;
    for (const attribute of Array.from(node.attributes)) {
      if (!attribute.name.startsWith('on')) twin.setAttributeNode(attribute.cloneNode() as Attr);
    }
    return twin;
  },
  /** Looks no further than the first letter; the own step collects the whole text at every level of the page. */
  _isElementWithoutContent(node: Element): boolean {
    if (hasText(node)) return false;
    return (
      node.childElementCount === 0 ||
      node.childElementCount === node.getElementsByTagName('br').length + node.getElementsByTagName('hr').length
    );
  },
  /** The length is asked of the few that are marked: here it was that of the whole text, at every level of the page. */
  _isValidByline(this: { REGEXPS: Record<string, RegExp> }, node: Element, marks: string): boolean {
    const isMarked =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') ||
      this.REGEXPS['byline']?.test(marks);
    const length = isMarked ? (node.textContent ?? '').trim().length : 0;
    return length > 0 && length < 100;
  },
  /** Pictures of formulas are hidden from those to whom the formula is read. */
  _isProbablyVisible: (node: Element): boolean =>
    !node.hasAttribute('hidden') &&
    (node.getAttribute('aria-hidden') !== 'true' || (node.getAttribute('class') ?? '').includes('fallback-image')),
};
