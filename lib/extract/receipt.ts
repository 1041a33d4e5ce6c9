/** Takes blocks out of the article and remembers where each stood, so that the reader can put it back. */
import type { RemovedPart } from '../article.ts';
import type { Removal } from './pass.ts';

type Taken = { pass: string; reason: string; node: Element; marker: Element };

export type Receipt = {
  take: (pass: string, removal: Removal) => void;
  /** All removed parts below one element, so that one call sanitises them; `parts` reads them afterwards. */
  holder: Element;
  /** Strips the markers from `body`; call last, once. */
  parts: (body: Element, textOf: (element: Element) => string) => RemovedPart[];
};

/** One element around `nodes`: the only one itself, or a new `<span>`. */
function asElement(doc: Document, nodes: ChildNode[]): Element | null {
  const [first] = nodes;
  if (!first) return null;
  const solid = nodes.filter((node) => node.nodeType === 1 || (node.textContent ?? '').trim() !== '');
  if (solid.length === 1 && solid[0]?.nodeType === 1) return solid[0] as Element & ChildNode;
  const span = doc.createElement('span');
  first.before(span);
  span.append(...nodes);
  return span;
}

/** Index of `marker` among the elements around it, markers not counted. */
function indexAt(marker: Element, markers: ReadonlyMap<Element, unknown>): number {
  let index = 0;
  for (let node = marker.previousElementSibling; node; node = node.previousElementSibling) {
    if (!markers.has(node)) index += 1;
  }
  return index;
}

export function openReceipt(doc: Document): Receipt {
  const markers = new Map<Element, Taken>();
  const holder = doc.createElement('div');

  const take: Receipt['take'] = (pass, { nodes, reason }) => {
    const node = asElement(doc, nodes);
    if (!node?.parentNode) return;
    // `wbr` is allowed by the sanitiser, has no text and no size; it is known by identity, not by name.
    const marker = doc.createElement('wbr');
    node.replaceWith(marker);
    const slot = doc.createElement('div');
    slot.append(node);
    holder.append(slot);
    markers.set(marker, { pass, reason, node: slot, marker });
  };

  /** The marker that still stands in `body`: its own, or that of the block it went away with. */
  const standing = (taken: Taken, body: Element): Element | null => {
    let marker: Element = taken.marker;
    while (!body.contains(marker)) {
      const above = Array.from(markers.values()).find(
        (other) => other.node.contains(marker) && other.marker !== marker,
      );
      if (!above) return null;
      marker = above.marker;
    }
    return marker;
  };

  const parts: Receipt['parts'] = (body, textOf) => {
    const placed = Array.from(markers.values(), (taken) => ({ taken, marker: standing(taken, body) }));
    const order = new Map(Array.from(body.querySelectorAll('wbr'), (marker, index) => [marker, index]));
    placed.sort((a, b) => rank(order, a.marker) - rank(order, b.marker));
    const paths = placed.map(({ marker }) => (marker ? pathOf(marker, body, markers) : [body.childElementCount]));
    for (const { marker } of placed) marker?.remove();
    for (const { marker } of markers.values()) marker.remove();
    return placed.map(({ taken }, index) => ({
      pass: taken.pass,
      reason: taken.reason,
      text: textOf(taken.node),
      html: taken.node.innerHTML,
      at: paths[index] ?? [],
    }));
  };
  return { take, holder, parts };
}

function rank(order: ReadonlyMap<Element, number>, marker: Element | null): number {
  return marker ? (order.get(marker) ?? Infinity) : Infinity;
}

function pathOf(marker: Element, body: Element, markers: ReadonlyMap<Element, unknown>): number[] {
  const path: number[] = [];
  for (let node: Element | null = marker; node && node !== body; node = node.parentElement) {
    path.unshift(indexAt(node, markers));
  }
  return path;
}
