import type { Repair } from '../repair.ts';

const INLINE = /^(?:span|a|nobr|.*-.*)$/;

const DRAWN = '[aria-hidden="true"], script, svg';

/** Neither white space nor one of the formula's other forms. */
function isSeen(node: Node): boolean {
  if (node.nodeType !== 1) return (node.nodeValue ?? '').trim() !== '';
  const element = node as Element;
  return !element.matches(DRAWN) && (element.textContent !== '' || element.matches('img, :has(img)'));
}

/** Outermost inline element whose other parts are only for the eye: the drawn twin of the formula. */
function standIn(formula: Element): Element {
  let top = formula;
  for (let above = top.parentElement; above && INLINE.test(above.localName); above = above.parentElement) {
    if (Array.from(above.childNodes).some((node) => node !== top && isSeen(node))) break;
    top = above;
  }
  return top;
}

/**
 * Scripts that set formulas leave them twice or three times in the page: drawn, as MathML for screen readers, and as TeX.
 * The MathML stays, in place of all; where there is none, the TeX.
 */
export const formulas: Repair = (doc) => {
  for (const formula of Array.from(doc.querySelectorAll('math'))) {
    for (const note of Array.from(formula.querySelectorAll('annotation, annotation-xml'))) note.remove();
    standIn(formula).replaceWith(formula);
  }
  for (const rendered of Array.from(doc.querySelectorAll('mjx-container'))) {
    const code = doc.createElement('code');
    code.textContent = rendered.querySelector('[data-latex]')?.getAttribute('data-latex') ?? '';
    rendered.replaceWith(code);
  }
};
