/** Small pages and article bodies for the tests of extraction. */
import { JSDOM } from 'jsdom';
import type { Header } from '../../../lib/extract/header.ts';
import { readLines } from '../../../lib/extract/lines.ts';
import type { Pass, PassContext } from '../../../lib/extract/pass.ts';
import { openReceipt } from '../../../lib/extract/receipt.ts';
import { articleText } from '../../../lib/extract/text.ts';

export const URL_OF_PAGE = 'https://news.example/2026/1123/story.html';

export function documentOf(html: string, url = URL_OF_PAGE): Document {
  return new JSDOM(html, { url }).window.document;
}

export function bodyOf(html: string): HTMLElement {
  const doc = documentOf('<!doctype html><title>t</title>');
  const body = doc.createElement('div');
  body.innerHTML = html;
  doc.body.append(body);
  return body;
}

export function headerOf(parts: Partial<Header> = {}): Header {
  return {
    title: '',
    titleVariants: [],
    headline: null,
    byline: null,
    editor: null,
    source: null,
    siteName: null,
    publishedAt: null,
    updatedAt: null,
    lang: '',
    dir: 'ltr',
    leadImage: null,
    canonicalUrl: null,
    declaredKeywords: [],
    provenance: {},
    ...parts,
  };
}

/** Runs one pass over an article body: what stays and what goes, as text. */
export function runPass(pass: Pass, html: string, header: Partial<Header> = {}) {
  const body = bodyOf(html);
  const context: PassContext = { header: headerOf(header), url: URL_OF_PAGE, cjk: true, lines: () => readLines(body) };
  const receipt = openReceipt(body.ownerDocument);
  for (const removal of pass(body, context)) receipt.take('pass', removal);
  const removed = receipt.parts(body, articleText);
  const pictures = Array.from(body.querySelectorAll('img'), (img) => img.getAttribute('src'));
  return { body, kept: articleText(body).split('\n').filter(Boolean), removed, pictures };
}
