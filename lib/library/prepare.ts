import type { Extracted, Keyword } from '../article';
import { fingerprint } from '../dedupe/fingerprint';
import { normalizeUrl } from '../dedupe/normalize-url';
import { type ShingleSet, shingleSet } from '../dedupe/same-article';
import { trustedCanonical } from '../dedupe/trusted-canonical';
import { hashBytes } from './hash-bytes';

/** An article with all that must be computed before its transaction opens: inside it only IndexedDB may be awaited. */
export type PreparedArticle = {
  article: Extracted;
  keywords: Keyword[];
  contentHash: string;
  fingerprint: string;
  shingles: ShingleSet;
  /** Key of the address in the address bar. */
  urlKey: string;
  canonicalKey: string | null;
};

/** Addresses of pictures are often signed anew at each visit: their queries are no part of the content. */
const withoutPictureQueries = (html: string): string => html.replace(/(\ssrc="[^"?]*)\?[^"]*/gu, '$1');

/** SHA-256 of what a reader sees: headline and article. */
function contentHash({ title, html }: Pick<Extracted, 'title' | 'html'>): Promise<string> {
  return hashBytes(new TextEncoder().encode(JSON.stringify([title, withoutPictureQueries(html)])));
}

export async function prepareArticle(article: Extracted, keywords: Keyword[]): Promise<PreparedArticle> {
  return {
    article,
    keywords,
    contentHash: await contentHash(article),
    fingerprint: fingerprint(article.text),
    shingles: shingleSet(article.text),
    urlKey: normalizeUrl(article.url),
    canonicalKey: trustedCanonical(article.url, article.canonicalUrl),
  };
}
