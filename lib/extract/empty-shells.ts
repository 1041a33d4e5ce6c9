/** What is left when a block's content has gone. */

const SHELLS =
  'p, div, section, article, figure, figcaption, blockquote, ul, ol, li, dl, dt, dd, h1, h2, h3, h4, h5, h6, span, a, strong, em, b, i, header, main';
const CONTENT = new Set(['IMG', 'FIGURE', 'HR', 'TABLE', 'MATH', 'PRE']);

/** Stops at the first thing that can be seen, so that a deep page costs no more than a flat one. */
function shows(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3 && /[^\s\u00a0\u3000\u200b\ufeff]/u.test(node.nodeValue ?? '')) return true;
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (CONTENT.has(child.tagName.toUpperCase()) || shows(child)) return true;
  }
  return false;
}

/** Removes elements that show nothing, inner ones first. Markers of the receipt move out to where the shell stood. */
export function dropEmptyShells(body: Element): void {
  for (const shell of Array.from(body.querySelectorAll(SHELLS)).toReversed()) {
    if (shows(shell)) continue;
    shell.replaceWith(...Array.from(shell.querySelectorAll('wbr')));
  }
}
