import { solidLength } from './lines.ts';
import { rootOf } from './unmask.ts';

/** A frame with less text is a widget. In characters. */
const LEAST_TEXT = 200;
const SILENT = 'script, style, noscript, template';
const ADDRESSES = ['src', 'href', 'data-src', 'data-original'];

function textLength(body: Element): number {
  const silent = Array.from(body.querySelectorAll(SILENT));
  return silent.reduce((rest, element) => rest - solidLength(element), solidLength(body));
}

/** Not `document.body`: a form named "body" would stand in its place. */
const bodyOf = (document: Document) => rootOf(document)?.querySelector<HTMLElement>('body') ?? null;

/** The body of a frame of the same origin that says more than the page around it, `doc`; else `null`. */
export function frameToTake(frame: HTMLIFrameElement, doc: Document): HTMLElement | null {
  const inner = frame.contentDocument && bodyOf(frame.contentDocument);
  const outer = bodyOf(doc);
  if (!inner || !outer) return null;
  const length = textLength(inner);
  return length >= LEAST_TEXT && length > textLength(outer) ? inner : null;
}

/** Puts a copy of `inner` in the place of `twin`, the copy of its frame, with addresses that hold there. */
export function takeFrame(
  inner: HTMLElement,
  twin: Element,
  copyInner: (from: ParentNode, to: ParentNode) => void,
): void {
  const doc = twin.ownerDocument;
  const copy = doc.createElement('div');
  copy.append(...Array.from(inner.childNodes, (node) => doc.importNode(node, true)));
  copyInner(inner, copy);
  for (const name of ADDRESSES) {
    for (const element of Array.from(copy.querySelectorAll(`[${name}]`))) {
      const address = element.getAttribute(name) ?? '';
      if (!address.startsWith('#') && URL.canParse(address, inner.baseURI)) {
        element.setAttribute(name, new URL(address, inner.baseURI).href);
      }
    }
  }
  twin.replaceWith(copy);
}
