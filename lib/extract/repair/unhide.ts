import type { Repair } from '../repair.ts';

/** A hidden block is the article when it holds this much text, this share of the page's, and is no list of links. */
const LEAST_TEXT = 100;
const LEAST_SHARE = 0.4;
const MOST_LINKS = 0.3;

/** Some pages hide the whole article until their script has run. In a saved copy no script runs. */
export const unhide: Repair = (doc) => {
  const total = (doc.body.textContent ?? '').length;
  for (const element of Array.from(doc.querySelectorAll('[hidden], [aria-hidden="true"]'))) {
    const length = (element.textContent ?? '').trim().length;
    if (length < LEAST_TEXT || length < total * LEAST_SHARE) continue;
    const linked = Array.from(element.querySelectorAll('a')).reduce((sum, a) => sum + (a.textContent ?? '').length, 0);
    if (linked > length * MOST_LINKS) continue;
    element.removeAttribute('hidden');
    element.removeAttribute('aria-hidden');
  }
};
