/** Ours, as the reader runs it in a page (bundled by `bundle.ts`). */
import { extract } from '../../../lib/extract/extract.ts';

Object.assign(globalThis, {
  quietpage: (document: Document) =>
    extract(document, { url: document.URL, now: new Date() })?.article.text.length ?? 0,
});
