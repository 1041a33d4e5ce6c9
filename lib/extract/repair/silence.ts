import type { Repair } from '../repair.ts';

const DROPPED = 'script, style, link, template, object > param';

/**
 * Takes out all that could act. Readability writes the page's markup back as a string when it tries again, and on a strict
 * page a parsed string with an `on…` attribute is reported as a violation (even in a document that can never run it).
 */
export const silence: Repair = (doc) => {
  for (const element of Array.from(doc.querySelectorAll(DROPPED))) element.remove();
  const comments = doc.createTreeWalker(doc, 128);
  const found: Comment[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  for (const comment of found) comment.remove();
  for (const element of Array.from(doc.querySelectorAll('*'))) {
    for (const { name } of Array.from(element.attributes)) {
      if (name.startsWith('on') || name === 'srcdoc') element.removeAttribute(name);
    }
    hideByAttribute(element);
  }
};

const HIDDEN = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Inline styles say one thing of use here: hidden. As an attribute it costs no CSS engine. */
function hideByAttribute(element: Element): void {
  const style = element.getAttribute('style');
  if (style === null) return;
  if (HIDDEN.test(style)) element.setAttribute('hidden', '');
  element.removeAttribute('style');
}
