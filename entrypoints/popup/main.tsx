import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { earlyLibrary } from '../../components/early-library';
import { rowsFirst } from '../../components/list-pane/rows-first';
import { showTheme } from '../../components/show-theme';
import { startPage } from '../../components/start-page';
import { libraryModel } from '../../lib/library/model';
import { rawReader } from '../../lib/library/raw-reader';
import { loadSettings } from '../../lib/settings/store';
import { pageModel } from './page-model';
import { Popup } from './popup';
import type { LateParts } from './verdict';
import { pageWorld } from './world';

// First of all: the rows are read while the rest of this page is made.
const early = earlyLibrary(window).then((db) => db && rawReader(db));

startPage(document, browser.i18n, 'popup_title');
void loadSettings().then(({ theme }) => showTheme(document.documentElement, localStorage, theme));

// Asked for when the first rows are there.
const storage = rowsFirst(early, () => list)
  .then(() => import('./library'))
  .then(({ openStorage }) => openStorage(() => list.fail('blocked')));

const list = libraryModel(
  storage.then((opened) => opened.list),
  Date.now,
  early,
);
const page = pageModel(
  pageWorld((url, onSaved) => {
    // A library that does not open says so in the list.
    storage.then((opened) => opened.watchSaved(url, onSaved)).catch(() => {});
  }),
);

const late = signal<LateParts['value']>(null);
void storage
  .catch(() => null)
  .then(async (opened) => (late.value = (await import('./late-parts')).lateParts(page, opened && opened.siteWorld)));

function openTab(address: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(address as '/library.html') }).then(() => window.close());
}

const app = document.getElementById('app');
if (app) render(<Popup page={page} late={late} list={list} openTab={openTab} />, app);
