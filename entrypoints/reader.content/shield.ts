/**
 * Keeps what happens in the reader from the page as far as a content script can: pages block copying and the
 * context menu, hijack keys and wheel, or open advertisements on any click.
 */

/** None of our own elements needs these, so they end at the window, before the page's listeners hear them. */
const NOT_FOR_ANYONE =
  'keydown keypress keyup beforeinput copy cut paste contextmenu selectstart dragstart wheel touchstart touchmove touchend';

/** Our controls need these: they reach the reader, but do not travel on from it into the page. */
const NOT_FOR_THE_PAGE = 'click auxclick dblclick input focusin focusout mousedown mouseup pointerdown pointerup';

/** A page that got hold of a node of ours could fake these. */
const MUST_BE_TRUSTED = 'click change input toggle command';

type Options = { isOpen: () => boolean; onKey: (event: KeyboardEvent) => void; signal: AbortSignal };

/** Must be called at injection: among window listeners, the earlier one wins. `onKey` gets every trusted key press. */
export function shieldWindow(window: Window, { isOpen, onKey, signal }: Options): void {
  let held: string | null = null;
  const listener = (event: Event) => {
    const key = event instanceof KeyboardEvent ? event : null;
    // The key that closed the reader is still down: its release would be the page's first news of it.
    const release = key?.type === 'keyup' && key.key === held;
    if (release) held = null;
    if (!isOpen() && !release) return;
    event.stopImmediatePropagation();
    if (key?.type !== 'keydown' || !key.isTrusted) return;
    held = key.key;
    onKey(key);
  };
  for (const name of NOT_FOR_ANYONE.split(' ')) {
    // Browsers take a listener of wheel and touch on the window as passive.
    window.addEventListener(name, listener, { capture: true, signal });
  }
}

/** For good: the click that closes the view is still on its way out when the view has gone. */
export function shieldRoot(root: ShadowRoot): void {
  const stop = (event: Event) => event.stopPropagation();
  for (const name of NOT_FOR_THE_PAGE.split(' ')) root.addEventListener(name, stop);
  const refuse = (event: Event) => {
    if (event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const name of MUST_BE_TRUSTED.split(' ')) root.addEventListener(name, refuse, { capture: true });
}
