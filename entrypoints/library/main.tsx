import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { uiLocale } from '../../components/i18n';
import { earlyLibrary } from '../../components/early-library';
import { rowsFirst } from '../../components/list-pane/rows-first';
import { showTheme } from '../../components/show-theme';
import { startPage } from '../../components/start-page';
import type { ListFailure } from '../../lib/library/list-failure';
import { libraryModel } from '../../lib/library/model';
import { rawReader } from '../../lib/library/raw-reader';
import { defaultSettings, type Settings } from '../../lib/settings/settings';
import { changeSettings, loadSettings, watchSettings } from '../../lib/settings/store';
import { Library } from './library';
import { watchRoute } from './route';

// First of all: the rows are read while the rest of this page is made.
const early = earlyLibrary(window).then((db) => db && rawReader(db));

startPage(document, browser.i18n, 'library_title');

const settings = signal<Settings>(defaultSettings);
const follow = (changed: Settings): void => {
  settings.value = changed;
  showTheme(document.documentElement, localStorage, changed.theme);
};
watchSettings(follow);
const settingsLoaded = loadSettings().then(follow);

const outdated = signal(false);
// Asked for when the first rows are there.
const storage = rowsFirst(early, () => list)
  .then(() => import('./storage'))
  .then(async ({ openStorage }) => {
    const opened = await openStorage({
      onBlocked: () => list.fail('blocked'),
      onOutdated: () => (outdated.value = true),
    });
    // An article in the wrong size would jump.
    await settingsLoaded;
    return opened;
  });
const list = libraryModel(
  storage.then((opened) => opened.list),
  Date.now,
  early,
);

const route = watchRoute(window);
effect(() => {
  const at = route.value;
  if (at.view === 'list') list.showPlace(at);
});

const addSample = () =>
  storage
    .then((opened) => opened.addSample(uiLocale(), browser.runtime.getURL('/welcome.html')))
    .catch((why: ListFailure) => list.fail(why));

const app = document.getElementById('app');
if (app) {
  render(
    <Library
      route={route}
      list={list}
      storage={storage}
      settings={settings}
      onSettings={(change) => void changeSettings(change)}
      onSample={addSample}
      outdated={outdated}
    />,
    app,
  );
}
