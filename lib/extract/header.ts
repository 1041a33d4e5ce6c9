/** What a page says about its article, outside the article's body. */
import type { Provenance } from '../article.ts';

export type Header = {
  title: string;
  /** The title as read in each place (headline, og:title, JSON-LD, title tag with and without site suffix), each once. */
  titleVariants: string[];
  /** The element of `doc` that is the visible headline, if any. */
  headline: Element | null;
  byline: string | null;
  editor: string | null;
  /** 来源 of a Chinese page, else the site's name. */
  source: string | null;
  siteName: string | null;
  /** ISO 8601, the calendar day that the page shows. */
  publishedAt: string | null;
  updatedAt: string | null;
  /** BCP 47; empty when unknown. */
  lang: string;
  dir: 'ltr' | 'rtl';
  leadImage: string | null;
  canonicalUrl: string | null;
  /** Exactly as read. */
  declaredKeywords: string[];
  provenance: Provenance;
};

/** Reads title, dates, credits and the rest from a page as it was loaded. Does not modify `doc`. */
export function readHeader(doc: Document, { url }: { url: string; now: Date }): Header {
  const headline = doc.querySelector('h1');
  const lang = doc.documentElement.getAttribute('lang') ?? '';
  return {
    title: headline?.textContent?.trim() || doc.title,
    titleVariants: [doc.title],
    headline,
    byline: null,
    editor: null,
    source: null,
    siteName: null,
    publishedAt: null,
    updatedAt: null,
    lang,
    dir: doc.documentElement.getAttribute('dir') === 'rtl' ? 'rtl' : 'ltr',
    leadImage: null,
    canonicalUrl: URL.canParse(url) ? url : null,
    declaredKeywords: [],
    provenance: {},
  };
}
