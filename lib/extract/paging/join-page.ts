import type { Extracted, RemovedPart } from '../../article.ts';
import { describeBody } from '../describe-body.ts';
import { PUT_BACK } from '../put-back.ts';

/** The text of one further page, ready to be joined. */
export type FurtherPage = { html: string; removed: RemovedPart[] };

/** Anchors of one page must not lead into another. `page` is its number. */
export function ownAnchors(body: Element, page: number): void {
  const named = (name: string) => `q-p${page}-${name.replace(/^q-/, '')}`;
  for (const element of body.querySelectorAll('[id]')) element.id = named(element.id);
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', `#${named((link.getAttribute('href') ?? '').slice(1))}`);
  }
}

/**
 * Appends `section`, made of a further page's markup, to `stored`, the body of `article`; returns the article with it.
 * The receipt of the page goes on that of the article, its places now below the section.
 */
export function joinPage(
  article: Extracted,
  stored: Element,
  section: Element,
  removed: readonly RemovedPart[],
): Extracted {
  const place = stored.querySelectorAll(`:scope > :not([${PUT_BACK}])`).length;
  stored.append(section);
  const moved = removed.map((part) => ({ ...part, at: [place, ...part.at] }));
  return { ...article, ...describeBody(stored), removed: [...article.removed, ...moved] };
}
