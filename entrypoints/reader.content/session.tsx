/** One opening of the reader over the page, from first paint to the page's return. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { goToPosition } from '../../components/article-view/reading-position';
import { t } from '../../components/i18n';
import type { ReadingPosition } from '../../lib/article';
import { sendMessage, type SaveResult } from '../../lib/messages';
import type { Settings } from '../../lib/settings/settings';
import { changeSettings } from '../../lib/settings/store';
import { afterPaint } from './after-paint';
import { articleAsMarkdown } from './article-as-markdown';
import { followScroll } from './follow-scroll';
import { followSettings } from './follow-settings';
import { keepPlace, type Place } from './keep-place';
import { createOverlay } from './overlay';
import css from './reader.css?inline';
import { ReaderView } from './reader-view';
import { createSaves } from './saving';
import type { ReaderActions, ReaderState } from './state';

export type Session = {
  close: () => void;
  onKey: (event: KeyboardEvent) => void;
  /** `null`: there is no article to save. Throws `PageError`. */
  save: (consent: boolean) => Promise<SaveResult | null>;
};

export type SessionParts = {
  reading: ReaderState['reading'];
  settings: Settings;
  /** A save from outside the view ended in the question that only the view can ask. */
  asking: boolean;
  /** Where this article was left before, on this same page. */
  position: ReadingPosition | null;
  copy: (text: string) => boolean;
  retry: () => void;
  onClosed: (left: { pushedAway: boolean; position: ReadingPosition | null }) => void;
};

const SAID_MS = 6000;

export function openSession(window: Window & typeof globalThis, parts: SessionParts): Session {
  const { reading, position } = parts;
  const extraction = typeof reading === 'object' ? reading : null;
  const stop = new AbortController();
  const { signal } = stop;
  let state = firstState(parts);
  let place: Place | null = null;
  let silence = 0;

  const overlay = createOverlay(window, {
    css,
    label: t('reader_label'),
    onClosed({ pushedAway }) {
      stop.abort();
      render(null, root);
      parts.onClosed({ pushedAway, position: place?.last() ?? position });
    },
  });
  const { dialog, root } = overlay;

  const show = (change: Partial<ReaderState>) => {
    state = { ...state, ...change };
    if (signal.aborted) return;
    dialog.dataset.theme = state.settings.theme;
    render(<ReaderView state={state} actions={actions} />, root);
    if (change.saving === 'asking') root.querySelector<HTMLElement>('.reader-notice button')?.focus();
  };
  const say = (text: string) => {
    show({ said: text });
    window.clearTimeout(silence);
    silence = window.setTimeout(() => show({ said: null }), SAID_MS);
  };
  /** The browser does not tell a content script that its extension is gone; it shows when asked. */
  const noticeOrphan = () => {
    if (!browser.runtime?.id && !state.orphaned) show({ orphaned: true });
  };
  const saves = extraction && createSaves(extraction.article, show);
  const consented = (consent: boolean) => consent || state.settings.privateSaveAgreed;
  const close = () => {
    place?.settle();
    overlay.close();
  };

  const actions: ReaderActions = {
    close,
    retry: parts.retry,
    save(agreed = false) {
      if (agreed) actions.change({ privateSaveAgreed: true });
      // A failure stands in the notice already.
      void saves?.save(consented(agreed)).catch(() => undefined);
    },
    declineSave: () => show({ saving: 'idle' }),
    copy() {
      if (!extraction) return;
      const copied = parts.copy(articleAsMarkdown(extraction.article, extraction.body, state.keywords ?? []));
      say(t(copied ? 'reader_copied' : 'reader_copy_failed'));
    },
    openLibrary() {
      void sendMessage('openLibrary', state.saved ? { id: state.saved.id } : {}).catch(noticeOrphan);
    },
    change(change) {
      show({ settings: { ...state.settings, ...change } });
      // Without an extension they still hold for this view.
      void changeSettings(change).catch(noticeOrphan);
    },
  };

  const askSaved = async () => {
    const saved = await sendMessage('savedState', {});
    if (saved) show({ saved });
    return saved;
  };
  /** What the background knows of this article comes after the first paint and moves nothing that is read. */
  const askAround = async () => {
    if (!extraction || signal.aborted) return;
    const { title, text, lang, declaredKeywords: declared, source } = extraction.article;
    const keywords = sendMessage('keywordsFor', { title, text, lang, declared, source });
    const saved = await askSaved();
    const untouched = !position && dialog.scrollTop === 0 && !signal.aborted;
    if (untouched && saved?.position) goToPosition(dialog, extraction.body, saved.position);
    show({ keywords: await keywords });
  };

  // The browser knows this text only while the extension lives.
  t('error_orphaned');
  root.className = 'reader-root';
  root.lang = t('ui_language');
  show({});
  overlay.show();

  if (extraction) {
    if (position) goToPosition(dialog, extraction.body, position);
    place = keepPlace(dialog, extraction.body, (at) => {
      if (state.saved && !state.orphaned) void sendMessage('savedState', { position: at }).catch(noticeOrphan);
    });
    afterPaint(window, () => void askAround().catch(noticeOrphan));
  }
  followScroll(dialog, () => place?.moved(), { signal });
  followSettings((settings) => show({ settings }), { signal });
  root.addEventListener('pointerdown', noticeOrphan, { signal });
  window.document.addEventListener('visibilitychange', noticeOrphan, { signal });
  window.addEventListener('pagehide', () => place?.settle(), { signal });
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    // Back from the back/forward cache: what was on its way to us is lost.
    if (!persisted) return;
    saves?.resume();
    void askSaved().catch(noticeOrphan);
  };
  window.addEventListener('pageshow', onReturn, { signal });

  return {
    close,
    onKey(event) {
      noticeOrphan();
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      const panel = root.querySelector<HTMLElement>(':popover-open');
      if (panel) panel.hidePopover();
      else close();
    },
    save: async (consent) => saves?.save(consented(consent)) ?? null,
  };
}

function firstState({ reading, settings, asking }: SessionParts): ReaderState {
  return {
    reading,
    settings,
    keywords: null,
    saved: null,
    saving: asking && typeof reading === 'object' ? 'asking' : 'idle',
    orphaned: false,
    said: null,
  };
}
