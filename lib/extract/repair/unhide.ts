import { countUnits } from '../../cjk.ts';
import type { Repair } from '../repair.ts';

/** A sentence of a story: so many units of reading, with a mark that ends one. */
const SENTENCE_UNITS = 15;
const SENTENCE_END = /[。!?!?.]/u;
const LEAST_PROSE = 80;
const HIDDEN = '[hidden], [aria-hidden="true"]';
/** Hidden because they are shown on demand: terms, consent, sign-in. */
const DIALOG = /dialog|modal|popup|pop-up|cookie|consent|gdpr|login|sign-?in|privacy|terms|menu/i;

/** Hidden blocks that hold or stand in the text of the page, but none that another one hides already. */
function outermostHidden(doc: Document): Element[] {
  const { body } = doc;
  return Array.from(doc.querySelectorAll(HIDDEN)).filter(
    (element) => !element.parentElement?.closest(HIDDEN) && (body.contains(element) || element.contains(body)),
  );
}

const isDialog = (element: Element): boolean =>
  DIALOG.test(`${element.className} ${element.id} ${element.getAttribute('role') ?? ''}`);

/** Units of reading in the sentences below `element`. */
function proseBelow(element: Element): number {
  const texts = element.ownerDocument.createTreeWalker(element, 4);
  let sum = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue ?? '';
    const units = text.length > SENTENCE_UNITS && SENTENCE_END.test(text) ? countUnits(text) : 0;
    if (units >= SENTENCE_UNITS) sum += units;
  }
  return sum;
}

/** Some pages hide the whole article until their script has run. In a saved copy no script runs. */
export const unhide: Repair = (doc) => {
  const prose = outermostHidden(doc).map((element) => ({
    element,
    units: proseBelow(element.contains(doc.body) ? doc.body : element),
  }));
  const stories = prose.filter(({ element, units }) => units >= LEAST_PROSE && !isDialog(element));
  // Most pages hide no story, and then nobody asks how long the rest is.
  if (stories.length === 0) return;
  const visible = prose.reduce((rest, { units }) => rest - units, proseBelow(doc.body));
  for (const { element, units } of stories) {
    if (units <= visible) continue;
    element.removeAttribute('hidden');
    element.removeAttribute('aria-hidden');
  }
};
