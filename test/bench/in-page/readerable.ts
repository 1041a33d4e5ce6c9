/** Readability's quick test as a content script, run when the page is idle as ours is. Bundled by `page-systems.ts`. */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';

requestIdleCallback(() => isProbablyReaderable(document));
