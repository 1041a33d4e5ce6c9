import { browser } from 'wxt/browser';
import { DIALOG_ID } from './overlay';

type OpenRoots = { dom?: { openOrClosedShadowRoot: (element: HTMLElement) => ShadowRoot | null } };

/** Chromium and Firefox each let an extension, and only an extension, look into a closed root. */
function shadowOf(host: HTMLElement): ShadowRoot | null {
  const own = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null };
  return own.openOrClosedShadowRoot ?? (browser as OpenRoots).dom?.openOrClosedShadowRoot(host) ?? null;
}

/** Waits for the earlier reader, if it still lives, to put the page back itself. */
async function closeDialog(dialog: HTMLDialogElement): Promise<void> {
  const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  dialog.close();
  await closed;
}

/** Removes the view that an earlier life of the extension left over this page when it was updated. */
export async function closeLeftovers(page: Document): Promise<void> {
  for (const host of page.querySelectorAll<HTMLElement>('html > div')) {
    const dialog = shadowOf(host)?.querySelector<HTMLDialogElement>(`dialog#${DIALOG_ID}`);
    if (!dialog) continue;
    if (dialog.open) await closeDialog(dialog);
    host.remove();
  }
}
