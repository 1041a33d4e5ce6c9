import { browser } from 'wxt/browser';
import { sendToTab, type Verdict } from '../../lib/messages';

/** The page that the popup was opened over. */
export type ActivePage =
  /** One where the browser lets no extension in, or the browser does not say which. */
  | { kind: 'restricted' }
  /** The user keeps us from it. */
  | { kind: 'noAccess' }
  | {
      kind: 'page';
      tabId: number;
      url: string;
      host: string;
      /** In a private window. */
      incognito: boolean;
      /** Null when the detector does not run there: a tab older than the installation, or no web page at all. */
      verdict: Promise<Verdict | null>;
      /** Access is limited to this one click. */
      narrowed: boolean;
    };

export const EVERY_PAGE = { origins: ['http://*/*', 'https://*/*'] };

/** `tabId` instead of the active tab: where the popup is itself a tab. */
export async function activePage(tabId: number | null): Promise<ActivePage> {
  const [tab] =
    tabId === null
      ? await browser.tabs.query({ active: true, currentWindow: true })
      : [await browser.tabs.get(tabId).catch(() => undefined)];
  const access = await browser.permissions.contains(EVERY_PAGE);
  // Without access the browser hides the address; its own pages hide it always.
  if (tab?.id === undefined || !tab.url) return { kind: tab && !access ? 'noAccess' : 'restricted' };
  if (!/^https?:/.test(tab.url)) return { kind: 'restricted' };
  return {
    kind: 'page',
    tabId: tab.id,
    url: tab.url,
    host: new URL(tab.url).hostname.replace(/^www\./, ''),
    incognito: tab.incognito,
    verdict: sendToTab(tab.id, 'askVerdict', null).catch(() => null),
    narrowed: !access,
  };
}
