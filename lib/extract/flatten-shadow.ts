/** Replaces the slots of `shadow` by what the page put into them: `light`, the children of its host. */
function fillSlots(shadow: DocumentFragment, light: readonly ChildNode[]): void {
  const nameOf = (node: ChildNode): string => (node.nodeType === 1 && (node as Element).getAttribute('slot')) || '';
  const free = new Set(light);
  for (const slot of Array.from(shadow.querySelectorAll('slot'))) {
    const name = slot.getAttribute('name') ?? '';
    const given = Array.from(free).filter((node) => nameOf(node) === name);
    for (const node of given) free.delete(node);
    slot.replaceWith(...(given.length > 0 ? given : slot.childNodes));
  }
}

/**
 * Gives `twin`, the copy of a shadow root's host, the content that the page shows in its place. A root that shows nothing of
 * its own (only styles) leaves the host as it is.
 */
export function flattenShadow(
  root: ShadowRoot,
  twin: Element,
  copyInner: (from: ParentNode, to: ParentNode) => void,
): void {
  const doc = twin.ownerDocument;
  const shadow = doc.createDocumentFragment();
  // Into a document without a window: there the page's own elements do not come to life.
  shadow.append(...Array.from(root.childNodes, (node) => doc.importNode(node, true)));
  if (!shadow.querySelector(':not(style, link, script)')) return;
  copyInner(root, shadow);
  fillSlots(shadow, Array.from(twin.childNodes));
  twin.replaceChildren(shadow);
}
