import { render } from 'preact';
import { browser } from 'wxt/browser';
import { showTheme } from '../../components/show-theme';
import { startPage } from '../../components/start-page';
import { libraryModel } from '../../lib/library/model';
import { loadSettings } from '../../lib/settings/store';
import { pageModel } from './page-model';
import { Popup } from './popup';
import { pageWorld } from './world';

startPage(document, browser.i18n, 'popup_title');
void loadSettings().then(({ theme }) => showTheme(document.documentElement, localStorage, theme));

// Asked for before the first paint, not waited for: the database's code arrives while the popup draws itself.
const storage = import('./library').then(({ openStorage }) => openStorage(() => list.fail('blocked')));

const list = libraryModel(
  storage.then((opened) => opened.list),
  Date.now,
);
const page = pageModel(
  pageWorld((url, onSaved) => {
    // A library that does not open says so in the list.
    storage.then((opened) => opened.watchSaved(url, onSaved)).catch(() => {});
  }),
);

function openTab(address: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(address as '/library.html') }).then(() => window.close());
}

const app = document.getElementById('app');
if (app) render(<Popup page={page} list={list} openTab={openTab} />, app);
