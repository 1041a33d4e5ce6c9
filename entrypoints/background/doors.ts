/** Who may send what: pages here, our own pages there. What is sent is checked in `schemas.ts`. */
import { PageError, type Sender } from '../../lib/messages';
import { browser } from 'wxt/browser';

/** A sender whose page and tab the browser itself named. */
export type PageSender = { tabId: number; url: string; incognito: boolean };

/** Lets through only our content scripts in the top frame of an http(s) page. */
export function fromPage<R>(handle: (data: unknown, page: PageSender) => R): (data: unknown, sender: Sender) => R {
  return (data, sender) => {
    const { tab, url, frameId } = sender;
    if (tab?.id === undefined || !url || frameId !== 0 || !/^https?:/.test(url)) throw new PageError('restrictedPage');
    return handle(data, { tabId: tab.id, url: addressNow(url, tab.url), incognito: tab.incognito });
  };
}

/**
 * In a single-page site Chromium goes on to name the address that the document was loaded from; the tab knows the present one.
 * Another origin in the tab means that the sender's page has gone meanwhile.
 */
function addressNow(ofSender: string, ofTab: string | undefined): string {
  return ofTab && new URL(ofTab).origin === new URL(ofSender).origin ? ofTab : ofSender;
}

/** Lets through only our own pages. */
export function fromOurPage<R>(handle: (data: unknown) => R): (data: unknown, sender: Sender) => R {
  const own = browser.runtime.getURL('/');
  return (data, sender) => {
    if (!sender.url?.startsWith(own)) throw new PageError('restrictedPage');
    return handle(data);
  };
}
