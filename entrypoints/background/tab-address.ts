/** Is a tab still at the page that something was found out about? While a worker starts and asks, it may go elsewhere. */
import { browser } from 'wxt/browser';

/** What names a part of a page is no other page. */
export const withoutHash = (url: string): string => url.replace(/#.*/s, '');

/** No for a tab that is gone; yes where the browser, for want of access, tells no address. */
export async function isStillAt({ tabId, url }: { tabId: number; url: string }): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => ({ url: '' }));
  return tab.url === undefined || withoutHash(tab.url) === withoutHash(url);
}
