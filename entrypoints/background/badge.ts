/** The toolbar button of a tab. The browser keeps what is set per tab and drops it when the tab goes elsewhere. */
import { browser } from 'wxt/browser';
import type { Settings } from '../../lib/settings/settings';
import { loadSettings } from '../../lib/settings/store';
import type { PageSender } from './doors';
import { check, schemas } from './schemas';

const icons = (name: string) => Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/${name}${size}.png`]));

/** Lights the button up for an article, and puts it out when a page that was one (in a single-page site) is one no more. */
export async function showVerdict(data: unknown, { tabId }: PageSender): Promise<void> {
  const { article } = check(schemas.verdict, data);
  const settings = await loadSettings();
  const lit = article && settings.detection;
  await Promise.all([
    browser.action.setIcon({ tabId, path: icons(lit ? '' : 'idle-') }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage(lit ? 'action_article' : 'app_name') }),
    browser.action.setPopup({ tabId, popup: lit && settings.openAtOnce ? '' : 'popup.html' }),
  ]);
}

/** Switched off, the setting must let go of the tabs where the popup was taken away. */
export async function followOpenAtOnce(settings: Settings): Promise<void> {
  if (settings.openAtOnce && settings.detection) return;
  for (const tab of await browser.tabs.query({})) {
    if (tab.id !== undefined) await browser.action.setPopup({ tabId: tab.id, popup: 'popup.html' });
  }
}

/** A sign that something was done, or could not be, where no surface of ours is open. Stays until the tab goes elsewhere. */
export async function showSign(tabId: number, sign: 'done' | 'failed' | 'none', title?: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: { done: '✓', failed: '!', none: '' }[sign] });
  await browser.action.setBadgeBackgroundColor({ tabId, color: sign === 'failed' ? '#a02c22' : '#23695a' });
  if (title) await browser.action.setTitle({ tabId, title });
}
