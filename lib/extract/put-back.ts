/** Puts removed parts back into the article they were taken from, and takes them out again. */
import type { RemovedPart } from '../article.ts';

/** Stays in the saved article, so that what the user put back can be told from the rest. Its value is the number of the part. */
export const PUT_BACK = 'data-put-back';

/** The place between the children of `parent` where the child `index` of the clean article stands. */
function childAt(parent: Element, index: number, added: string): Element | null {
  let passed = 0;
  for (const child of parent.children) {
    if (child.matches(added)) continue;
    if (passed === index) return child;
    passed += 1;
  }
  return null;
}

/**
 * Puts `element`, made from the part `number` of the receipt, where that part stood. Works on a stored body and on a shown
 * one: children that match `added` did not exist when the receipt was written, and are not counted.
 */
export function putBack(
  body: Element,
  { at }: RemovedPart,
  number: number,
  element: Element,
  added = `[${PUT_BACK}]`,
): void {
  element.setAttribute(PUT_BACK, String(number));
  let parent = body;
  for (const step of at.slice(0, -1)) parent = childAt(parent, step, added) ?? parent;
  let next = childAt(parent, at.at(-1) ?? Infinity, added);
  // Parts that stood at the same place keep the order of the receipt.
  for (;;) {
    const before = next ? next.previousElementSibling : parent.lastElementChild;
    if (!(Number(before?.getAttribute(PUT_BACK)) > number)) break;
    next = before;
  }
  parent.insertBefore(element, next);
}

export function takeOut(body: Element, number: number): void {
  for (const element of Array.from(body.querySelectorAll(`[${PUT_BACK}="${number}"]`))) element.remove();
}
