import type { Repair } from '../repair.ts';

const DROPPED = 'script, style, link, template, object > param';

/**
 * Takes out what acts and what styles. Attributes that act stay where they are, since no document here runs anything, no
 * string of them is parsed again, and `_setNodeTag` (quick-steps.ts) and `keepAllowed` leave them behind.
 */
export const silence: Repair = (doc) => {
  for (const element of Array.from(doc.querySelectorAll(DROPPED))) element.remove();
  const comments = doc.createTreeWalker(doc, 128);
  const found: Comment[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  for (const comment of found) comment.remove();
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
