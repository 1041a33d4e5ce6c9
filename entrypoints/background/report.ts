/** A failure of something that was asked for by key or menu: marked on the button, explained by the popup. */
import { browser, type Browser } from 'wxt/browser';
import { PageError, type PageErrorCode } from '../../lib/messages';
import { showSign } from './badge';

/** The popup reads and removes this entry of `storage.session`. */
export type Notice = { tabId: number; code: PageErrorCode };

export async function reportFailure(tab: Browser.tabs.Tab, error: unknown): Promise<void> {
  if (tab.id === undefined) return;
  const code: PageErrorCode = error instanceof PageError ? error.code : 'notSaved';
  if (!(error instanceof PageError)) console.error(error);
  await showSign(tab.id, 'failed', browser.i18n.getMessage(`error_${code}`));
  await browser.storage.session.set({ notice: { tabId: tab.id, code } satisfies Notice });
  await showPopup(tab).catch((refused: unknown) => console.info('The popup stays closed:', refused));
}

/** Opens the popup, also in a tab where the button opens the clean view instead. Rejects where the browser wants a click. */
export async function showPopup(tab: Browser.tabs.Tab): Promise<void> {
  const tabId = tab.id;
  const before = await browser.action.getPopup({ tabId });
  await browser.action.setPopup({ tabId, popup: 'popup.html' });
  try {
    await browser.action.openPopup({ windowId: tab.windowId });
  } finally {
    await browser.action.setPopup({ tabId, popup: before });
  }
}
