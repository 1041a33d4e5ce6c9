/**
 * Steps of Readability that come to the same in less time; the build leaves the slow ones out of the reader
 * (`wxt.config.ts`). They know that `repair/silence.ts` took the inline styles and left `hidden`.
 */
export const QUICK_STEPS = {
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
