import type { Extracted, Keyword } from '../../lib/article';
import { excerptOf, minutesOf } from '../../lib/extract/text';
import { sampleText } from './sample-text';

/** The bundled article in the form in which any other comes from a page. `url` is where it can be said to come from. */
export function sampleArticle(locale: string, url: string): { article: Extracted; keywords: Keyword[] } {
  const { lang, title, source, blocks, keywords } = sampleText(locale);
  const text = blocks.map(([, words]) => words).join('\n');
  const article: Extracted = {
    url,
    canonicalUrl: null,
    title,
    byline: null,
    editor: null,
    source,
    publishedAt: null,
    updatedAt: null,
    lang,
    dir: 'ltr',
    leadImage: null,
    excerpt: excerptOf(text),
    declaredKeywords: keywords,
    html: blocks.map(([tag, words]) => `<${tag}>${words}</${tag}>`).join('\n'),
    text,
    images: [],
    minutes: minutesOf(text),
    removed: [],
    provenance: {},
  };
  return {
    article,
    keywords: keywords.map((term, at) => ({
      term,
      origin: 'declared',
      weight: 1 - at / keywords.length,
      where: 'sample',
    })),
  };
}
