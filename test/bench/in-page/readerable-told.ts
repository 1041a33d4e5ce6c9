/** The same, and it tells its worker of an article, without which nobody would know. Bundled by `page-systems.ts`. */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import type { browser } from 'wxt/browser';

declare const chrome: typeof browser;

requestIdleCallback(() => {
  if (isProbablyReaderable(document)) void chrome.runtime.sendMessage({ type: 'articleFound' });
});
