/** Takes blocks out of the article and remembers where each stood, so that the reader can put it back. */
import type { RemovedPart } from '../article.ts';
import type { Removal } from './pass.ts';

type Taken = { pass: string; reason: string; slot: Element };

export type Receipt = {
  take: (pass: string, removal: Removal) => void;
  /** Each child holds one removed part, to be sanitised before `parts` reads it. */
  holder: Element;
  /** Elements of ours that stand in the article where a part was taken out. */
  markers: ReadonlyMap<Node, unknown>;
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

/** Path of each marker below `body`, markers not counted, in reading order; all in one walk. */
function pathsOf(body: Element, markers: ReadonlyMap<Element, unknown>): Map<Element, number[]> {
  const paths = new Map<Element, number[]>();
  const walk = (parent: Element, path: number[]): void => {
    let index = 0;
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (markers.has(child)) paths.set(child, [...path, index]);
      else {
        if (child.firstElementChild) walk(child, [...path, index]);
        index += 1;
      }
    }
  };
  walk(body, []);
  return paths;
}

export function openReceipt(doc: Document): Receipt {
  const markers = new Map<Element, Taken>();
  /** The holder's slots, to find the marker of the part that holds another part's marker. */
  const slots = new Map<Element, Element>();
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
    markers.set(marker, { pass, reason, slot });
    slots.set(slot, marker);
  };

  /** The marker that still stands in the article: its own, or that of the block it went away with. */
  const standing = (marker: Element): Element => {
    for (let at: Element | null = marker; at; at = at.parentElement) {
      const above = slots.get(at);
      if (above) return standing(above);
    }
    return marker;
  };

  const parts: Receipt['parts'] = (body, textOf) => {
    const paths = pathsOf(body, markers);
    const order = new Map(Array.from(paths.keys(), (marker, index) => [marker, index]));
    const placed = Array.from(markers, ([marker, taken]) => ({ taken, stands: standing(marker) }));
    placed.sort((a, b) => (order.get(a.stands) ?? Infinity) - (order.get(b.stands) ?? Infinity));
    for (const marker of markers.keys()) marker.remove();
    return placed.map(({ taken: { pass, reason, slot }, stands }) => ({
      pass,
      reason,
      text: textOf(slot),
      html: slot.innerHTML,
      at: paths.get(stands) ?? [body.childElementCount],
    }));
  };
  return { take, holder, markers, parts };
}
