/** How often a page may take the view away, or put something over it, before we let it. */
const MAX_RETURNS = 2;
const MAX_RAISES = 5;

type Standing = { host: HTMLElement; dialog: HTMLDialogElement; show: () => void };
type Options = { onPushedAway: () => void; signal: AbortSignal };

/**
 * Keeps the dialog in the page and on top of it: a host that was removed or moved comes back, a modal or popover that the
 * page opens later goes below. Scroll position is kept.
 */
export function guard({ host, dialog, show }: Standing, { onPushedAway, signal }: Options): void {
  const page = host.ownerDocument;
  let returns = 0;
  let raises = 0;
  let scrollTop = 0;
  dialog.addEventListener('scroll', () => (scrollTop = dialog.scrollTop), { signal });

  const raise = () => {
    const kept = scrollTop;
    // A removed dialog keeps `open`, which would forbid to show it again.
    if (dialog.open) dialog.close();
    show();
    dialog.scrollTop = kept;
  };

  const observer = new MutationObserver(() => {
    const home = page.documentElement;
    if (!home || (host.parentNode === home && dialog.matches(':modal'))) return;
    if (returns === MAX_RETURNS) {
      onPushedAway();
      return;
    }
    returns += 1;
    home.append(host);
    raise();
    observer.observe(home, { childList: true });
  });
  observer.observe(page, { childList: true });
  observer.observe(page.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());

  page.addEventListener(
    'toggle',
    (event) => {
      if ((event as ToggleEvent).newState !== 'open' || raises === MAX_RAISES) return;
      raises += 1;
      raise();
    },
    { capture: true, signal },
  );
}
