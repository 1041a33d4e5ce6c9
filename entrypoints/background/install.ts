import { browser } from 'wxt/browser';
import { createMenus } from './menus';

/** Menus anew for each version; the welcome page for newcomers only. */
export async function onInstalled(reason: string): Promise<void> {
  await createMenus();
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
