import type { Extracted, Keyword } from '../../lib/article';
import { displayFragment } from '../../lib/extract/sanitize';
import { articleMarkdown } from '../../lib/transfer/article-markdown';

/** From the article as it was read, not as it is shown, where broken pictures and boxes stand in between. */
export function articleAsMarkdown(
  window: Window & typeof globalThis,
  article: Extracted,
  keywords: readonly Keyword[],
): string {
  const inert = window.document.implementation.createHTMLDocument('');
  const body = displayFragment(window, inert, article.html);
  return articleMarkdown({ ...article, keywords: keywords.map(({ term }) => term) }, body);
}
