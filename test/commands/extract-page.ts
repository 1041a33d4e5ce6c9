/** One corpus page → the prediction that the scorer reads. Runs in jsdom and, bundled, in Chromium. */
import { extract } from '../../lib/extract/extract.ts';

export type Prediction = {
  text: string;
  title: string;
  byline: string | null;
  date: string | null;
  siteName: string | null;
  lang: string;
  keywords: string[];
  images: string[];
  html: string;
  removed: { pass: string; reason: string; text: string }[];
  ms: number;
};

export const EMPTY = {
  byline: null,
  date: null,
  siteName: null,
  lang: '',
  keywords: [],
  images: [],
  html: '',
  removed: [],
};

export function predict(document: Document, url: string, without: string[]): Prediction {
  const start = performance.now();
  const extraction = extract(document, { url, now: new Date(), without: new Set(without) });
  const ms = Math.round((performance.now() - start) * 10) / 10;
  if (!extraction) return { ...EMPTY, text: '', title: document.title, ms };
  const { article } = extraction;
  return {
    text: article.text,
    title: article.title,
    byline: article.byline,
    date: article.publishedAt?.slice(0, 10) ?? null,
    siteName: article.source,
    lang: article.lang,
    keywords: article.declaredKeywords,
    images: article.images,
    html: article.html,
    removed: article.removed.map(({ pass, reason, text }) => ({ pass, reason, text })),
    ms,
  };
}
