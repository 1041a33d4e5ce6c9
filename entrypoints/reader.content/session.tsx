/** One opening of the reader over the page, from first paint to the page's return. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { goToPosition } from '../../components/article-view/reading-position';
import { settleBody } from '../../components/article-view/show-body';
import { t } from '../../components/i18n';
import type { ReadingDesk } from '../../components/reading-desk';
import type { Extracted, ReadingPosition } from '../../lib/article';
import { extract } from '../../lib/extract/extract';
import { PageError, sendMessage, type SaveResult } from '../../lib/messages';
import type { Settings } from '../../lib/settings/settings';
import { changeSettings } from '../../lib/settings/store';
import { afterPaint } from './after-paint';
import { followScroll } from './follow-scroll';
import { keepPlace, type Place } from './keep-place';
import { createOverlay } from './overlay';
import css from './reader.css?inline';
import { ownAddress, ReaderView } from './reader-view';
import { createSaves } from './saving';
import type { ReaderActions, ReaderState } from './state';

export type Session = {
  /** For the tools. */
  desk: ReadingDesk;
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
  /** Leaves, and opens again from this block, or from the whole page. */
  read: (block: string | null) => void;
  onClosed: (left: { pushedAway: boolean; position: ReadingPosition | null }) => void;
};

export function openSession(window: Window & typeof globalThis, parts: SessionParts): Session {
  const { settings, asking, position, read } = parts;
  const extraction = typeof parts.reading === 'object' ? parts.reading : null;
  const stop = new AbortController();
  const { signal } = stop;
  let state: ReaderState = {
    reading: parts.reading,
    settings,
    saved: null,
    changed: false,
    saving: 'idle',
  };
  let article = extraction?.article ?? null;
  let held: Promise<unknown> = Promise.resolve();
  let place: Place | null = null;

  const { dialog, ...overlay } = createOverlay(window, {
    css,
    label: t('reader_label'),
    lang: t('ui_language'),
    onClosed(pushedAway) {
      stop.abort();
      render(null, dialog);
      parts.onClosed({ pushedAway, position: place?.last() ?? position });
    },
  });

  const show = (change: Partial<ReaderState>) => {
    state = { ...state, ...change };
    if (signal.aborted) return;
    dialog.dataset.theme = state.settings.theme;
    render(<ReaderView state={state} actions={actions} />, dialog);
    if (change.saving === 'asking') dialog.querySelector<HTMLElement>('.notice button')?.focus();
  };
  /** The browser does not tell a content script that its extension is gone; it shows when asked. */
  const noticeOrphan = () => {
    if (!browser.runtime?.id && state.saving !== 'orphaned') show({ saving: 'orphaned' });
  };
  const whole = async (): Promise<Extracted> => {
    await held;
    if (!article) throw new PageError('noArticle');
    return article;
  };
  const saves = extraction && createSaves(whole, show);
  const consented = (consent: boolean) => consent || state.settings.privateSaveAgreed;
  const close = () => {
    place?.settle();
    overlay.close();
  };

  const actions: ReaderActions = {
    close,
    retry: () => read(extraction?.block ?? null),
    save(agreed = false) {
      if (agreed) actions.change({ privateSaveAgreed: true });
      // A failure stands in the notice already.
      void saves?.save(consented(agreed)).catch(() => undefined);
    },
    declineSave: () => show({ saving: 'idle' }),
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
    const saved = await askSaved();
    const untouched = !position && dialog.scrollTop === 0 && !signal.aborted;
    if (untouched && saved?.position) goToPosition(dialog, extraction.body, saved.position);
  };

  // The browser knows this text only while the extension lives.
  t('error_orphaned');
  show({});
  overlay.show();

  if (extraction) {
    if (asking) show({ saving: 'asking' });
    if (position) goToPosition(dialog, extraction.body, position);
    place = keepPlace(dialog, extraction.body, (at) => {
      if (state.saved) void sendMessage('savedState', { position: at }).catch(noticeOrphan);
    });
    afterPaint(window, () => void askAround().catch(noticeOrphan));
  }
  followScroll(dialog, () => place?.moved(), { signal });
  dialog.addEventListener('pointerdown', noticeOrphan, { signal });
  window.addEventListener('pagehide', () => place?.settle(), { signal });
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    // Back from the back/forward cache: what was on its way to us is lost.
    if (!persisted) return;
    saves?.resume();
    void askSaved().catch(noticeOrphan);
  };
  window.addEventListener('pageshow', onReturn, { signal });

  const desk: ReadingDesk = {
    window,
    dialog,
    article: () => article,
    extract,
    body: () => extraction?.body ?? null,
    change(next, grown) {
      article = next;
      if (grown && extraction) show({ reading: { ...extraction, article } });
      // What an earlier view saved may well have had these pages.
      if (grown && state.saving !== 'done') return;
      // The bar comes back with the offer to save.
      dialog.dataset.bar = 'here';
      if (state.saved) show({ changed: true, saving: 'idle' });
    },
    show(element, insert) {
      const title = article?.title ?? '';
      settleBody({ title, body: element, pictureSource: ownAddress }, insert, { signal });
    },
    hold(work) {
      held = Promise.allSettled([held, work]);
    },
    isSaving: () => state.saving === 'sending',
    settings: () => state.settings,
    changeSettings: actions.change,
    picked: extraction?.block ?? null,
    read,
    close,
    signal,
  };

  return {
    desk,
    close,
    onKey(event) {
      noticeOrphan();
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      const panel = dialog.querySelector<HTMLElement>('.bar-panel:popover-open');
      if (panel) panel.hidePopover();
      else close();
    },
    save: async (consent) => saves?.save(consented(consent)) ?? null,
  };
}
