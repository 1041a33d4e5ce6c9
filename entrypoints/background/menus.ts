/** Context menu and keyboard: the same few actions as the popup. */
import { browser, type Browser } from 'wxt/browser';
import { reportFailure, showPopup } from './report';
import { toggleReader } from './reader';
import { saveTab } from './save';
import { showLibrary } from './show-library';

type Tab = Browser.tabs.Tab | undefined;

const ACTIONS: Record<string, (tab: Tab) => Promise<unknown>> = {
  'toggle-reader': toggleReader,
  'save-page': saveTab,
  'open-library': () => showLibrary({}),
  'open-popup': async (tab) => {
    if (tab) await showPopup(tab).catch((error: unknown) => reportFailure(tab, error));
  },
};

export async function runMenu(id: string, tab: Tab): Promise<void> {
  await ACTIONS[id]?.(tab);
}

/** Firefox and older Chromium do not name the tab of a command. */
export async function runCommand(command: string, tab: Tab): Promise<void> {
  const [active] = tab ? [tab] : await browser.tabs.query({ active: true, lastFocusedWindow: true });
  await ACTIONS[command]?.(active);
}

/** Menus are kept by the browser, so they are made once for each installed version. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const pages = ['http://*/*', 'https://*/*'];
  const entry = (id: string, contexts: Browser.contextMenus.CreateProperties['contexts']) =>
    browser.contextMenus.create({
      id,
      title: browser.i18n.getMessage(`menu_${id.replace('-', '_') as 'open_popup'}`),
      contexts,
      ...(contexts?.includes('page') ? { documentUrlPatterns: pages } : {}),
    });
  entry('toggle-reader', ['page']);
  entry('save-page', ['page']);
  entry('open-popup', ['action']);
  entry('open-library', ['action']);
}
