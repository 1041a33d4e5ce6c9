/** The mount over a page: a host without attributes, a closed shadow root, a modal dialog in the top layer. */
import { guard } from './guard';
import { rememberPage } from './page-state';
import { shieldRoot } from './shield';

export type Overlay = {
  /** Holds the content, scrolls, and carries the theme. */
  dialog: HTMLDialogElement;
  /** Into the page, on top of everything. Fill `dialog` before, so that the first paint has it all. */
  show: () => void;
  /** Takes everything out again and brings the page back as it was. */
  close: () => void;
};

type Options = {
  css: string;
  label: string;
  lang: string;
  /** After the page is back, whoever closed the dialog. `pushedAway`: the page took the view away once too often. */
  onClosed: (pushedAway: boolean) => void;
};

/** Named so that a later life of the extension can find and remove what an earlier one left open. */
export const DIALOG_ID = 'quietpage';

export function createOverlay(window: Window, { css, label, lang, onClosed }: Options): Overlay {
  const page = window.document;
  const stop = new AbortController();
  const { signal } = stop;
  const host = page.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const dialog = page.createElement('dialog');
  dialog.id = DIALOG_ID;
  dialog.ariaLabel = label;
  dialog.lang = lang;
  // The direction of the page is the one thing that `all` does not reset; both our languages run this way.
  dialog.dir = 'ltr';
  dialog.tabIndex = -1;
  shadow.append(dialog);
  shieldRoot(shadow);
  let restore = (): void => undefined;
  const raise = () => {
    dialog.showModal();
    // With the focus on the dialog itself, space and arrow keys scroll it.
    dialog.focus({ preventScroll: true });
  };

  const end = (pushedAway: boolean) => {
    if (signal.aborted) return;
    stop.abort();
    if (dialog.open) dialog.close();
    host.remove();
    restore();
    onClosed(pushedAway);
  };
  // Also fires when the browser closes it: close button after a reload of the extension, back gesture on Android.
  dialog.addEventListener('close', () => {
    if (!dialog.open) end(false);
  });

  return {
    dialog,
    show() {
      restore = rememberPage(window);
      page.documentElement.append(host);
      raise();
      guard({ host, dialog, show: raise }, { onPushedAway: () => end(true), signal });
    },
    close: () => end(false),
  };
}
