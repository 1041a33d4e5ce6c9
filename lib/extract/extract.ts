import type { Extracted } from '../article.ts';
import { copyLive } from './copy-live.ts';
import { describeBody } from './describe-body.ts';
import { readHeader } from './header.ts';
import { cleanArticle, findArticle } from './pipeline.ts';
import { articleText } from './text.ts';
import { cloneWhole, unmask } from './unmask.ts';

export type ExtractOptions = {
  /** Address of the page, as the browser shows it. */
  url: string;
  /** For relative and future dates. */
  now: Date;
  /** Names of repairs and passes to switch off, to measure what each is worth. */
  without?: ReadonlySet<string>;
  /** A selector: the article is what it matches, whatever else the page looks like. */
  block?: string | null;
};

export type Extraction = {
  article: Extracted;
  /** The same body as `article.html`, in an inert document: nothing in it loads or runs until it is adopted. */
  body: HTMLElement;
  /** The selector that the article was read from, where there was one and it matched. */
  block: string | null;
};

/**
 * Reads the article of a page. Works on one clone; the page itself is never touched and notices nothing.
 * Returns `null` if the page holds no article text. Throws only for a bug.
 */
export function extract(document: Document, { url, now, without, block }: ExtractOptions): Extraction | null {
  const doc = cloneOf(document);
  if (!doc.body) return null;
  const header = readHeader(doc, { url, now });
  const picked = block ? pickedBlock(doc, block) : null;
  const page = { doc, url, header, without: without ?? new Set<string>(), block: picked };
  const body = findArticle(page, () => cloneOf(document));
  if (!body) return null;
  const receipt = cleanArticle(body, page);
  const removed = receipt.parts(body, articleText);
  const content = describeBody(body);
  if (!content.text && content.images.length === 0) return null;
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
    ...content,
    removed,
  };
  return { article, body, block: picked && block ? block : null };
}

/** `null` when the page has no such block any more, or the selector is none: then the page is read as any other. */
function pickedBlock(doc: Document, block: string): Element | null {
  try {
    return doc.querySelector(block);
  } catch {
    return null;
  }
}

function cloneOf(document: Document): Document {
  const doc = cloneWhole(document);
  copyLive(document, doc);
  unmask(doc);
  return doc;
}
