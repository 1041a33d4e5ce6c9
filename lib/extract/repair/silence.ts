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
    // Names alone: an object for each attribute of a page costs as much as Readability.
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('on') || name === 'srcdoc') element.removeAttribute(name);
    }
  }
  for (const element of Array.from(doc.querySelectorAll('[style]'))) styleToAttributes(element);
};

const HIDDEN = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const PIXELS = /(?:^|[;\s])(width|height)\s*:\s*([\d.]+)px/gi;

/** Inline styles say two things of use here, a block is hidden, a picture is small; as attributes they cost no CSS engine. */
function styleToAttributes(element: Element): void {
  const style = element.getAttribute('style') ?? '';
  element.removeAttribute('style');
  if (HIDDEN.test(style)) element.setAttribute('hidden', '');
  if (element.localName !== 'img') return;
  for (const [, name = '', pixels = ''] of style.matchAll(PIXELS)) element.setAttribute(name.toLowerCase(), pixels);
}
