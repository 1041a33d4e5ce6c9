/** The way from a page to a clean article, as the list of its steps. */
import { cjkShare } from '../cjk.ts';
import { dropEmptyShells } from './empty-shells.ts';
import { LATIN_THRESHOLD, runReadability, tidyBlock } from './engine.ts';
import type { Header } from './header.ts';
import { isBare } from './is-bare.ts';
import { readLines, solidLength, type Line } from './lines.ts';
import type { PassContext, Removal } from './pass.ts';
import { keepAllowed } from './keep-allowed.ts';
import { isOffTopic } from './off-topic.ts';
import { openReceipt, type Receipt } from './receipt.ts';
import { PASSES } from './passes.ts';
import { REPAIRS } from './repairs.ts';
import { tidyArticle } from './tidy-article.ts';

export type Page = {
  doc: Document;
  url: string;
  header: Header;
  without: ReadonlySet<string>;
  /** The block that the user picked, in `doc`. */
  block?: Element | null;
};

/** Lines are read again only after something was taken out. */
function lineReader(body: Element): { lines: () => Line[]; forget: () => void } {
  let known: Line[] | null = null;
  return { lines: () => (known ??= readLines(body)), forget: () => (known = null) };
}

/** A pass that would leave next to nothing has misread the page (a post whose headline is all its text). */
const LEAST_TEXT = 20;

function leavesText(body: Element, removals: readonly Removal[]): boolean {
  if (removals.length === 0) return false;
  const taken = removals.flatMap(({ nodes }) => nodes).reduce((sum, node) => sum + solidLength(node), 0);
  return taken === 0 || solidLength(body) - taken >= LEAST_TEXT;
}

function runPasses(body: Element, page: Page, receipt: Receipt): void {
  const { lines, forget } = lineReader(body);
  const context: PassContext = {
    header: page.header,
    url: page.url,
    cjk: cjkShare(body.textContent ?? '') > 0.3,
    lines,
  };
  for (const [name, pass] of PASSES) {
    if (page.without.has(name)) continue;
    const removals = pass(body, context);
    if (!leavesText(body, removals)) continue;
    for (const removal of removals) receipt.take(name, removal);
    forget();
  }
}

/** The view shows the headline itself, also one that is worded otherwise than the title and so not known by its text. */
function mend(page: Page): Document {
  const { headline } = page.header;
  if (headline && /^H[12]$/.test(headline.nodeName)) headline.remove();
  for (const [name, repair] of REPAIRS) if (!page.without.has(name)) repair(page.doc, page);
  return page.doc;
}

function find(page: Page, cloneAgain: () => Document, charThreshold?: number): HTMLElement | null {
  const doc = mend(page);
  if (page.block) return tidyBlock(doc, page.block);
  const again = (): Document => mend({ ...page, doc: cloneAgain() });
  return runReadability(doc, { title: page.header.title, again }, charThreshold);
}

/**
 * Repairs the clone and finds the article in it. `null`: no article text on this page.
 * The low threshold of CJK pages lets a sign-up box pass for a news brief. A brief that shares nothing with its
 * headline is looked for again, in a new clone, with the threshold that makes Readability search on.
 */
export function findArticle(page: Page, cloneAgain: () => Document): HTMLElement | null {
  let body = find(page, cloneAgain);
  if (body && !page.block && isOffTopic(body, page.header.title)) {
    const wider = find({ ...page, doc: cloneAgain() }, cloneAgain, LATIN_THRESHOLD);
    if (wider && !isOffTopic(wider, page.header.title)) body = wider;
  }
  if (!body) return null;
  tidyArticle(body, page);
  return !page.block && isBare(body) ? null : body;
}

/** Takes out all that is not the article, in place, and makes both parts safe. */
export function cleanArticle(body: HTMLElement, page: Page): Receipt {
  const receipt = openReceipt(body.ownerDocument);
  runPasses(body, page, receipt);
  dropEmptyShells(body);
  keepAllowed(body, receipt.markers);
  for (const part of Array.from(receipt.holder.children)) keepAllowed(part, receipt.markers);
  return receipt;
}
