import type { Extracted, RemovedPart } from '../../lib/article';
import { describeBody } from '../../lib/extract/describe-body';
import { PUT_BACK, putBack, takeOut } from '../../lib/extract/put-back';

/** What the view itself adds between the children of the article. */
const ADDED_TO_VIEW = `[${PUT_BACK}], .article-picture-missing`;

type Article = Pick<Extracted, 'html' | 'removed'>;

type Means = {
  /** Stored markup as an inert body. */
  parse: (html: string) => HTMLElement;
  /** The article as it is shown. */
  shown: HTMLElement;
  /** Sets `element` up for the view around its insertion. */
  show: (element: HTMLElement, insert: () => void) => void;
};

/** A removed part alone, in an inert document. */
export function elementOfPart({ html, text }: RemovedPart, parse: Means['parse']): HTMLElement {
  const body = parse(html);
  const [element] = body.children;
  if (element) return element as HTMLElement;
  // A table's row has no markup of its own.
  const paragraph = body.ownerDocument.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

/**
 * Puts part `number` back into the article, or takes it out again, where it is shown and in what is stored. Returns what
 * the article says of itself then; `null` when there is no such part.
 */
export function putPartBack({ html, removed }: Article, number: number, back: boolean, { parse, shown, show }: Means) {
  const part = removed[number];
  if (!part) return null;
  const stored = parse(html);
  if (back) {
    putBack(stored, part, number, elementOfPart(part, parse));
    const element = elementOfPart(part, parse);
    show(element, () => putBack(shown, part, number, element, ADDED_TO_VIEW));
    element.scrollIntoView({ block: 'center' });
  } else {
    takeOut(stored, number);
    takeOut(shown, number);
  }
  const { putBack: _before, ...bare } = part;
  return { ...describeBody(stored), removed: removed.with(number, back ? { ...bare, putBack: true as const } : bare) };
}
