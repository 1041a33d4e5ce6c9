/** Readability alone, as its documentation says: on a clone, since it takes its document apart (bundled by `bundle.ts`). */
import { Readability } from '@mozilla/readability';

Object.assign(globalThis, {
  readability: (document: Document) =>
    new Readability(document.cloneNode(true) as Document).parse()?.textContent?.length ?? 0,
});
