/** Comes into a page on demand and stays until the page goes: the background then only sends commands. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { useMessages } from '../../components/i18n';
import type { ReaderWorld } from '../../components/reading-desk';
import { rememberMessages } from '../../components/remember-messages';
import { shownLocale } from '../../components/start-page';
import { onMessages } from '../../lib/messages';
import { readCommand } from './command';
import { createReader, type Reader } from './reader';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    // The isolated world outlives each injection: a second one finds the first here and takes its place.
    const world = globalThis as ReaderWorld;
    world.quietpageReader?.leave();

    const messages = rememberMessages((key, values) => browser.i18n.getMessage(key as '@@ui_locale', values));
    useMessages(messages, shownLocale(messages('ui_language'), browser.i18n.getUILanguage()));
    const reader: Reader = createReader(window);
    const stop = onMessages({ readerCommand: (data) => reader.obey(readCommand(data)) });
    world.quietpageReader = {
      attach: reader.attach,
      leave() {
        stop();
        reader.leave();
      },
    };
  },
});
