/** A loaded page knows what its markup does not say: which picture it shows, what stands in its shadow roots and frames. */
import { flattenShadow } from './flatten-shadow.ts';
import { frameToTake, takeFrame } from './take-frame.ts';
import { rootOf } from './unmask.ts';

/**
 * Pictures, frames, custom elements and as little else as can be: one question to the browser's own walk, since no selector
 * asks for shadow roots.
 */
const LIVE =
  ':not(a,b,br,button,div,em,g,h2,h3,i,input,li,link,meta,option,p,path,script,section,source,span,strong,style,svg,td,tr,ul,use)';
/** Roots inside roots, and all that are read of one page. */
const DEEPEST = 8;
const MOST = 2000;
/** A smaller picture may be the blurred preview of one that is not there yet. */
const PREVIEW_SIDE = 64;

type Budget = { left: number };

function copyPicture(picture: HTMLImageElement, twin: Element): void {
  const loaded = picture.complete && picture.naturalWidth > PREVIEW_SIDE && picture.currentSrc;
  if (loaded) twin.setAttribute('data-src', loaded);
}

function copyBelow(live: ParentNode, copy: ParentNode, budget: Budget, depth: number): void {
  const shown = live.querySelectorAll(LIVE);
  const twins = Array.from(copy.querySelectorAll(LIVE));
  if (shown.length !== twins.length || depth > DEEPEST) return;
  const copyInner = (from: ParentNode, to: ParentNode): void => {
    budget.left -= 1;
    copyBelow(from, to, budget, depth + 1);
  };
  shown.forEach((element, index) => {
    const twin = twins[index];
    if (!twin || budget.left < 0) return;
    if (element.localName === 'img') copyPicture(element as HTMLImageElement, twin);
    else if (element.shadowRoot) flattenShadow(element.shadowRoot, twin, copyInner);
    else if (element.localName === 'iframe') {
      const frame = frameToTake(element as HTMLIFrameElement, twin.ownerDocument);
      if (frame) takeFrame(frame, twin, copyInner);
    }
  });
}

/**
 * Brings what `document` shows into `doc`, a clone of it made just now: the address that each picture shows, the content of
 * open shadow roots, and the frame that holds the article. Reads no layout and changes nothing in the page.
 */
export function copyLive(document: Document, doc: Document): void {
  const live = rootOf(document);
  const copy = rootOf(doc);
  if (live && copy) copyBelow(live, copy, { left: MOST }, 0);
}
