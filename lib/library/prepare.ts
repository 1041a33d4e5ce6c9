import type { Extracted, Keyword } from '../article';
import { fingerprint } from '../dedupe/fingerprint';
import { normalizeUrl } from '../dedupe/normalize-url';
import { type ShingleSet, shingleSet } from '../dedupe/same-article';
import { trustedCanonical } from '../dedupe/trusted-canonical';
import type { DocumentTerms } from '../search/index/document-terms';
import { contentHash } from './content-hash';
import { termsOf } from './indexed-text';

/** An article with all that must be computed before its transaction opens: inside it only IndexedDB may be awaited. */
export type PreparedArticle = {
  article: Extracted;
  keywords: Keyword[];
  contentHash: string;
  fingerprint: string;
  shingles: ShingleSet;
  /** Its entry in the index. */
  terms: DocumentTerms;
  /** Key of the address in the address bar. */
  urlKey: string;
  canonicalKey: string | null;
};

export async function prepareArticle(article: Extracted, keywords: Keyword[]): Promise<PreparedArticle> {
  return {
    article,
    keywords,
    contentHash: await contentHash(article),
    fingerprint: fingerprint(article.text),
    shingles: shingleSet(article.text),
    terms: termsOf({ ...article, keywords: keywords.map(({ term }) => term) }, article.text),
    urlKey: normalizeUrl(article.url),
    canonicalKey: trustedCanonical(article.url, article.canonicalUrl),
  };
}
