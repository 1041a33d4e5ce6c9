/** Takes from the edges of a page what stands on the pages before it: header, lead, picture, author card. */
import type { RemovedPart } from '../../article.ts';
import { articleText } from '../text.ts';
import { linesOf, bareTitle, type Story } from './same-story.ts';

const PASS = 'repeated-on-pages';

type Path = readonly number[];
type Known = Pick<Story, 'lines' | 'title'> & { images: ReadonlySet<string> };

/** The blocks of an article: a single wrapper around all of them is not one. */
function pathToBlocks(body: Element): number[] {
  const path: number[] = [];
  for (let at = body; at.childElementCount === 1 && at.firstElementChild; at = at.firstElementChild) {
    if (!/^(?:div|section|article)$/.test(at.firstElementChild.localName)) break;
    path.push(0);
  }
  return path;
}

const elementAt = (body: Element, path: Path): Element =>
  path.reduce<Element>((at, index) => at.children[index] ?? at, body);

function isKnown(block: Element, { lines, images, title }: Known): boolean {
  const text = linesOf(articleText(block));
  const pictures = Array.from(block.querySelectorAll('img'), (picture) => picture.getAttribute('src') ?? '');
  if (block.localName === 'img') pictures.push(block.getAttribute('src') ?? '');
  if (text.length === 0 && pictures.length === 0) return false;
  const isHeadline = (line: string) => bareTitle(line) === bareTitle(title);
  return text.every((line) => lines.has(line) || isHeadline(line)) && pictures.every((address) => images.has(address));
}

function comparePaths(one: Path, other: Path): number {
  for (let depth = 0; depth < Math.min(one.length, other.length); depth += 1) {
    const difference = (one[depth] ?? 0) - (other[depth] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** The place `at` once the element at `gone` has left. A place inside of it becomes the place where it stood. */
function placeWithout(at: Path, gone: Path): number[] {
  const level = gone.length - 1;
  const step = at[level];
  const index = gone[level] ?? 0;
  const inSameParent = step !== undefined && gone.slice(0, level).every((one, depth) => one === at[depth]);
  if (!inSameParent || step < index) return [...at];
  if (step > index) return at.with(level, step - 1);
  return gone.length < at.length ? [...gone] : [...at];
}

/**
 * Changes `body`, the clean article of one page. Returns its receipt with what went now, each part at its new place and all
 * in reading order.
 */
export function withoutRepeats(body: Element, removed: readonly RemovedPart[], known: Known): RemovedPart[] {
  const path = pathToBlocks(body);
  const parent = elementAt(body, path);
  const blocks = Array.from(parent.children);
  const first = blocks.findIndex((block) => !isKnown(block, known));
  if (first < 0) return [...removed];
  const last = blocks.findLastIndex((block) => !isKnown(block, known));
  const gone = blocks
    .map((block, index) => ({ block, at: [...path, index] }))
    .filter((_, index) => index < first || index > last);
  const parts = gone.map(({ block, at }): RemovedPart => ({
    pass: PASS,
    reason: 'stands on the page before',
    text: articleText(block),
    html: block.outerHTML,
    at,
  }));
  for (const { block } of gone) block.remove();
  // A part that stood right before a block comes before it, though both have the same place.
  const all = [...removed, ...parts].toSorted((one, other) => comparePaths(one.at, other.at));
  const placeOf = ({ at }: RemovedPart) => gone.reduceRight((place, hole) => placeWithout(place, hole.at), at);
  return all.map((part) => Object.assign({}, part, { at: placeOf(part) }));
}
