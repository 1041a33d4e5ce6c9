import { browser } from 'wxt/browser';
import { PageError, sendMessage, type PageErrorCode } from '../../lib/messages';
import { activePage, EVERY_PAGE } from './active-page';
import type { PageWorld } from './page-model';

/** A worker that dies while it works rejects without a `PageError`; all that the popup asks for may be asked again. */
export async function again<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof PageError) throw error;
    return request();
  }
}

/** The failure that the background left for this tab; told once. */
async function takeNotice(tabId: number): Promise<PageErrorCode | null> {
  const { notice } = (await browser.storage.session.get('notice')) as {
    notice?: { tabId: number; code: PageErrorCode };
  };
  if (notice?.tabId !== tabId) return null;
  await browser.storage.session.remove('notice');
  await browser.action.setBadgeText({ tabId, text: '' });
  return notice.code;
}

/** The browser as the popup's page model needs it. */
export function pageWorld(watchSaved: PageWorld['watchSaved']): PageWorld {
  // Where the popup is itself a tab (Firefox for Android, tests), `?tab=` names the page.
  const named = new URLSearchParams(location.search).get('tab');
  return {
    find: () => activePage(named === null ? null : Number(named)),
    openReader: (tabId) => again(() => sendMessage('openReader', { tabId })),
    save: (tabId, consent) => again(() => sendMessage('savePage', { tabId, consent })),
    watchSaved,
    takeNotice,
    requestAccess: () => browser.permissions.request(EVERY_PAGE),
    close: () => window.close(),
  };
}
