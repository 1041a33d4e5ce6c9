import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { verdict } from '../lib/detect/verdict';
import { watchPage } from '../lib/detect/watch-page';
import type { Verdict } from '../lib/messages';

const NONE: Verdict = { article: false, score: 0, reasons: [] };

/** A page may break any assumption (a form named `querySelector`); it must never get an error out of us. */
function judge(): Verdict {
  try {
    return verdict(document, document.URL);
  } catch {
    return NONE;
  }
}

/**
 * Runs on every page that people open, so it is small, idle and silent, and wakes the worker only for an article or the end of one.
 * Speaks the wire form of lib/messages.ts by hand to stay small; only its types are imported.
 */
export default defineContentScript({
  // Where it runs is said in background/detector.ts.
  matches: [],
  registration: 'runtime',
  main() {
    browser.runtime.onMessage.addListener((message: { type?: unknown } | null, sender, reply) => {
      // Anything else is for the reader, whose listener answers it.
      if (message?.type === 'askVerdict' && sender.id === browser.runtime.id) reply({ ok: true, value: judge() });
      return false;
    });
    watchPage(window, {
      judge,
      found: (data) => void browser.runtime.sendMessage({ type: 'articleFound', data }).catch(() => undefined),
      // An orphan, left behind by an update, has lost its id and falls silent.
      alive: () => Boolean(browser.runtime?.id),
    });
  },
});
