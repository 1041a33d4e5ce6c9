import type { Extracted } from '../article.ts';
import { readHeader } from './header.ts';
import { copyShownPictures } from './live-pictures.ts';
import { cleanArticle, findArticle } from './pipeline.ts';
import { articleText, excerptOf, minutesOf } from './text.ts';

export type ExtractOptions = {
  /** Address of the page, as the browser shows it. */
  url: string;
  /** For relative and future dates. */
  now: Date;
  /** Names of repairs and passes to switch off, to measure what each is worth. */
  without?: ReadonlySet<string>;
};

export type Extraction = {
  article: Extracted;
  /** The same body as `article.html`, in an inert document: nothing in it loads or runs until it is adopted. */
  body: HTMLElement;
};

/**
 * Reads the article of a page. Works on one clone; the page itself is never touched and notices nothing.
 * Returns `null` if the page holds no article text. Throws only for a bug.
 */
export function extract(document: Document, { url, now, without }: ExtractOptions): Extraction | null {
  const doc = cloneOf(document);
  if (!doc.body) return null;
  const header = readHeader(doc, { url, now });
  const page = { doc, url, header, without: without ?? new Set<string>() };
  const body = findArticle(page, () => cloneOf(document));
  if (!body) return null;
  const receipt = cleanArticle(body, page);
  const removed = receipt.parts(body, articleText);
  const text = articleText(body);
  const images = Array.from(new Set(Array.from(body.querySelectorAll('img'), (img) => img.getAttribute('src') ?? '')));
  if (!text && images.length === 0) return null;
  const article: Extracted = {
    url,
    canonicalUrl: header.canonicalUrl,
    title: header.title,
    byline: header.byline,
    editor: header.editor,
    source: header.source,
    publishedAt: header.publishedAt,
    updatedAt: header.updatedAt,
    lang: header.lang,
    dir: header.dir,
    leadImage: header.leadImage,
    declaredKeywords: header.declaredKeywords,
    provenance: header.provenance,
    excerpt: excerptOf(text),
    html: body.innerHTML,
    text,
    images,
    minutes: minutesOf(text),
    removed,
  };
  return { article, body };
}

/** The whole document: cloning a part of it would run the page's own custom elements. */
function cloneOf(document: Document): Document {
  const doc = document.cloneNode(true) as Document;
  if (doc.body) copyShownPictures(document, doc);
  return doc;
}
