/**
 * Where the clean view was opened on sites where it opens by itself: no page opens twice, however it is come back to.
 * In the memory of the browser's session: it outlives the worker, and nothing is written to the disk.
 */
import { browser } from 'wxt/browser';

export type OpenedPage = {
  tabId: number;
  /** Without the part after `#`. */
  address: string;
  title: string;
  /** When its document began, which tells it from the next one in the tab; `null` where it was not asked. */
  life: number | null;
};

const KEY = 'openedPages';
const MOST = 200;

/** Oldest first. */
export async function openedPages(): Promise<OpenedPage[]> {
  const { [KEY]: pages } = (await browser.storage.session.get(KEY)) as { [KEY]?: OpenedPage[] };
  return pages ?? [];
}

export async function noteOpened(page: OpenedPage): Promise<void> {
  const isOther = (one: OpenedPage) =>
    one.tabId !== page.tabId || one.address !== page.address || one.life !== page.life;
  await browser.storage.session.set({ [KEY]: [...(await openedPages()).filter(isOther), page].slice(-MOST) });
}
