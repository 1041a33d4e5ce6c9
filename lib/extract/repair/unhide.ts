import { countUnits } from '../../cjk.ts';
import type { Repair } from '../repair.ts';

/** A sentence of a story: so many units of reading, with a mark that ends one. */
const SENTENCE_UNITS = 15;
const SENTENCE_END = /[。!?!?.]/u;
const LEAST_PROSE = 80;
const HIDDEN = '[hidden], [aria-hidden="true"]';
/** Hidden because they are shown on demand: terms, consent, sign-in. */
const DIALOG = /dialog|modal|popup|pop-up|cookie|consent|gdpr|login|sign-?in|privacy|terms|menu/i;

function outermostHidden(node: Node): Element | null {
  let found: Element | null = null;
  for (let element = node.parentElement; element; element = element.parentElement) {
    if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') found = element;
  }
  return found;
}

const isDialog = (element: Element): boolean =>
  DIALOG.test(`${element.className} ${element.id} ${element.getAttribute('role') ?? ''}`);

/** Some pages hide the whole article until their script has run. In a saved copy no script runs. */
export const unhide: Repair = (doc) => {
  if (!doc.querySelector(HIDDEN)) return;
  const prose = new Map<Element | null, number>();
  const texts = doc.createTreeWalker(doc.body, 4);
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent ?? '';
    const units = text.length > SENTENCE_UNITS && SENTENCE_END.test(text) ? countUnits(text) : 0;
    if (units < SENTENCE_UNITS) continue;
    const owner = outermostHidden(texts.currentNode);
    prose.set(owner, (prose.get(owner) ?? 0) + units);
  }
  const visible = prose.get(null) ?? 0;
  for (const [element, units] of prose) {
    if (!element || units < LEAST_PROSE || units <= visible || isDialog(element)) continue;
    element.removeAttribute('hidden');
    element.removeAttribute('aria-hidden');
  }
};
