/** Readability, taught that text without spaces and ASCII commas is text as well. */
import Readability from '@mozilla/readability/Readability.js';
import { cjkShare } from '../cjk.ts';
import { plainLength, solidLength } from './lines.ts';
import { QUICK_STEPS } from './quick-steps.ts';
import { UNUSED_STEPS } from './unused-steps.ts';

/**
 * Below its threshold Readability tries again with looser flags and then keeps lists, players and feeds. Its 500 characters
 * are English ones; a Chinese news brief has 100 to 300. Measured: 120 wins on pages of mostly CJK text and costs on English.
 */
const CJK_THRESHOLD = 120;
export const LATIN_THRESHOLD = 500;
const MOSTLY_CJK = 0.4;

/** Readability's own list misses U+3001, the comma of Japanese and the list comma of Chinese. */
const COMMAS = /[,\u060C\uFE50\uFE10\uFE11\u2E41\u2E34\u2E32\uFF0C\u3001\uFF64]/g;

/** A block with this share of the article's text outside of links is never tidied away as a widget. */
const TOO_MUCH = 0.5;
/** Shorter texts are labels. */
const LEAST_TEXT = 150;

const thresholdFor = (doc: Document): number =>
  cjkShare(doc.body?.textContent ?? '') > MOSTLY_CJK ? CJK_THRESHOLD : LATIN_THRESHOLD;

type Engine = InstanceType<typeof Readability>;

/** Scoring counts commas of many scripts, but the tidying of blocks only the ASCII one: there Chinese text looks like a menu. */
function countAllCommas(engine: Engine): void {
  engine.REGEXPS = { ...engine.REGEXPS, commas: COMMAS };
  engine._getCharCount = (element) => (element.textContent ?? '').match(COMMAS)?.length ?? 0;
}

/** Longest caption, in characters. */
const CAPTION = 200;
const PICTURE_LINK = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/** Pictures and little else, not linked to other pages: a figure or a gallery, whatever its class is called. */
function isFigure(block: Element): boolean {
  if (!block.querySelector('img') || block.querySelector('input, button, form') || solidLength(block) > CAPTION)
    return false;
  return Array.from(block.querySelectorAll('a')).every((link) => PICTURE_LINK.test(link.getAttribute('href') ?? ''));
}

/** Tidying looks at one block at a time and does not notice that it throws out most of the article, or its pictures. */
function keepTheBulk(engine: Engine): void {
  const removeNodes = engine._removeNodes.bind(engine);
  engine._removeNodes = (nodes, unwanted) => {
    if (!unwanted || nodes[0]?.localName !== 'div') return removeNodes(nodes, unwanted);
    const article = outermost(nodes[0]);
    const most = Math.max(LEAST_TEXT, plainLength(article) * TOO_MUCH);
    removeNodes(nodes, (...args) => {
      const [node] = args as [Element];
      return unwanted.apply(engine, args) && plainLength(node) <= most && !isFigure(node);
    });
  };
}

function outermost(element: Element): Element {
  let top = element;
  while (top.parentElement) top = top.parentElement;
  return top;
}

/**
 * Before it starts Readability writes the page down as a string, to parse it again should it have to try again. That is a
 * tenth of all the time and mostly for nothing: here the page is made anew when it is asked for, and kept for one more try.
 */
function makeAgain(engine: Engine, again: () => Document): void {
  const { body } = engine._doc;
  let kept: HTMLElement | null = null;
  const set = (): void => {
    // All flags are down: it will not look at the page again.
    if (engine._flags === 0) return;
    kept ??= freshBody(again());
    const fresh = isLastTry(engine) ? kept : kept.cloneNode(true);
    body.replaceChildren();
    while (fresh.firstChild) body.append(fresh.firstChild);
  };
  Object.defineProperty(body, 'innerHTML', { get: () => '', set });
}

/** As a parser leaves it: texts that a comment parted are one. */
function freshBody(doc: Document): HTMLElement {
  const { body } = openEngine(doc, 0)._doc;
  body.normalize();
  return body;
}

/** It lowers one flag after each try, this one last. */
const isLastTry = (engine: Engine): boolean => engine._flags === engine.FLAG_CLEAN_CONDITIONALLY;

function openEngine(doc: Document, charThreshold: number): Engine {
  const engine = new Readability(doc, { charThreshold });
  for (const step of UNUSED_STEPS) engine[step] = () => null;
  Object.assign(engine, QUICK_STEPS);
  countAllCommas(engine);
  engine._metadata = {};
  engine._removeScripts(doc);
  engine._prepDocument();
  return engine;
}

/** Without the page's handlers, which it would copy from box to box: see `_setNodeTag`. */
function simplify(engine: Engine, article: HTMLElement): void {
  for (const element of Array.from(article.querySelectorAll('*'))) {
    for (const name of element.getAttributeNames()) if (name.startsWith('on')) element.removeAttribute(name);
  }
  engine._simplifyNestedElements(article);
}

/** The block that the user picked, with Readability's tidying but none of its doubts: all of it is the article. */
export function tidyBlock(doc: Document, block: Element): HTMLElement {
  const engine = openEngine(doc, 0);
  engine._flags = 0;
  const article = doc.createElement('div');
  article.append(block);
  engine._prepArticle(article);
  simplify(engine, article);
  return article;
}

/**
 * Runs Readability on `doc`, which it takes apart. Returns the article's element, still in `doc`'s ownership.
 * Drives the steps of its `parse` that find the article; headers, noscript twins and lazy pictures were read and
 * mended before, and `UNUSED_STEPS` is cut out of the bundle. Measured: the same text, a fifth less code.
 * `again` gives the page as `doc` was, for a new try.
 */
export function runReadability(
  doc: Document,
  { title, again }: { title: string; again: () => Document },
  charThreshold = thresholdFor(doc),
): HTMLElement | null {
  const engine = openEngine(doc, charThreshold);
  keepTheBulk(engine);
  makeAgain(engine, again);
  engine._articleTitle = title;
  const article = engine._grabArticle();
  if (article) simplify(engine, article);
  return article;
}
