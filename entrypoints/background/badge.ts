/** The toolbar button of a tab. The browser keeps what is set per tab and drops it when the tab goes elsewhere. */
import { browser } from 'wxt/browser';
import type { Settings } from '../../lib/settings/settings';
import { loadSettings } from '../../lib/settings/store';

const icons = (name: string) => Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/${name}${size}.png`]));

/** Lights the button up for an article, and puts it out when a page that was one (in a single-page site) is one no more. */
export async function light(tabId: number, lit: boolean, { openAtOnce }: Settings): Promise<void> {
  await Promise.all([
    browser.action.setIcon({ tabId, path: icons(lit ? '' : 'idle-') }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage(lit ? 'action_article' : 'app_name') }),
    browser.action.setPopup({ tabId, popup: lit && openAtOnce ? '' : 'popup.html' }),
  ]);
}

/** Puts the button out in every tab whose address is meant. */
export async function putOut(isMeant: (url: string) => boolean): Promise<void> {
  const settings = await loadSettings();
  for (const { id, url } of await browser.tabs.query({}))
    // A tab may be closed meanwhile.
    if (id !== undefined && isMeant(url ?? '')) await light(id, false, settings).catch(() => undefined);
}

/** Switched off, the settings must let go of the tabs that were lit, or where the popup was taken away. */
export async function followSettings({ openAtOnce, detection }: Settings): Promise<void> {
  if (!detection) return putOut(() => true);
  if (openAtOnce) return;
  for (const { id } of await browser.tabs.query({}))
    if (id !== undefined) await browser.action.setPopup({ tabId: id, popup: 'popup.html' }).catch(() => undefined);
}

/** A sign that something was done, or could not be, where no surface of ours is open. Stays until the tab goes elsewhere. */
export async function showSign(tabId: number, sign: 'done' | 'failed' | 'none', title?: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: { done: '✓', failed: '!', none: '' }[sign] });
  await browser.action.setBadgeBackgroundColor({ tabId, color: sign === 'failed' ? '#a02c22' : '#23695a' });
  if (title) await browser.action.setTitle({ tabId, title });
}
