/** Comes into a page after the reader has painted, and brings what may be wanted then. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { useMessages } from '../../components/i18n';
import type { ReaderWorld } from '../../components/reading-desk';
import { rememberMessages } from '../../components/remember-messages';
import { shownLocale } from '../../components/start-page';
import { completeArticle } from './further-pages';
import { openTools } from './tools';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    const messages = rememberMessages((key, values) => browser.i18n.getMessage(key as '@@ui_locale', values));
    useMessages(messages, shownLocale(messages('ui_language'), browser.i18n.getUILanguage()));
    (globalThis as ReaderWorld).quietpageReader?.attach({
      open: openTools,
      complete: (extraction, means) => completeArticle(window, extraction, means),
    });
  },
});
