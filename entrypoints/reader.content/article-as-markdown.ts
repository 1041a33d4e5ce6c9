import type { Extracted, Keyword } from '../../lib/article';
import { articleMarkdown } from '../../lib/transfer/article-markdown';

/** From the article as it is shown, without the placeholders of pictures that did not load. */
export function articleAsMarkdown(article: Extracted, body: HTMLElement, keywords: readonly Keyword[]): string {
  // A copy within the page would load its pictures once more.
  const inert = body.ownerDocument.implementation.createHTMLDocument('');
  const copy = inert.importNode(body, true);
  for (const placeholder of Array.from(copy.querySelectorAll('.article-picture-missing'))) placeholder.remove();
  return articleMarkdown({ ...article, keywords: keywords.map(({ term }) => term) }, copy);
}
