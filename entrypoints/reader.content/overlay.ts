/** The mount over a page: a host without attributes, a closed shadow root, a modal dialog in the top layer. */
import { guard } from './guard';
import { rememberPage } from './page-state';
import { shieldRoot } from './shield';

export type Overlay = {
  /** Scrolls, and carries the theme. */
  dialog: HTMLDialogElement;
  /** Holds the content. */
  root: HTMLDivElement;
  /** Into the page, on top of everything. Fill `root` before, so that the first paint has it all. */
  show: () => void;
  /** Takes everything out again and brings the page back as it was. */
  close: () => void;
};

type Options = {
  css: string;
  label: string;
  /** After the page is back, whoever closed the dialog. `pushedAway`: the page took the view away once too often. */
  onClosed: (why: { pushedAway: boolean }) => void;
};

/** Named so that a later life of the extension can find and remove what an earlier one left open. */
export const DIALOG_ID = 'quietpage';

/** A page's rules for `div` do not reach in: `all` resets what they say, and a box without style has no frame to hide. */
const HOST_CSS = ':host{all:initial!important;display:contents!important}';

function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

function createDialog(page: Document, label: string): HTMLDialogElement {
  const dialog = page.createElement('dialog');
  dialog.id = DIALOG_ID;
  dialog.className = 'reader';
  dialog.setAttribute('aria-label', label);
  dialog.tabIndex = -1;
  // The direction of the page is the one thing that `all` does not reset; both our languages run this way.
  dialog.dir = 'ltr';
  return dialog;
}

export function createOverlay(window: Window, { css, label, onClosed }: Options): Overlay {
  const page = window.document;
  const stop = new AbortController();
  const { signal } = stop;
  const host = page.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [styleSheet(HOST_CSS), styleSheet(css)];
  const dialog = createDialog(page, label);
  const root = page.createElement('div');
  dialog.append(root);
  shadow.append(dialog);
  shieldRoot(shadow, { signal });
  let restore = (): void => undefined;
  const raise = () => {
    dialog.showModal();
    // With the focus on the dialog itself, space and arrow keys scroll it.
    dialog.focus({ preventScroll: true });
  };

  const end = (why: { pushedAway: boolean }) => {
    if (signal.aborted) return;
    stop.abort();
    if (dialog.open) dialog.close();
    host.remove();
    restore();
    onClosed(why);
  };
  // Also fires when the browser closes it: close button after a reload of the extension, back gesture on Android.
  dialog.addEventListener('close', () => {
    if (!dialog.open) end({ pushedAway: false });
  });

  return {
    dialog,
    root,
    show() {
      restore = rememberPage(window);
      page.documentElement.append(host);
      raise();
      guard({ host, dialog, show: raise }, { onPushedAway: () => end({ pushedAway: true }), signal });
    },
    close: () => end({ pushedAway: false }),
  };
}
