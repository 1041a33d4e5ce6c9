import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { showTheme } from '../../components/show-theme';
import { startPage } from '../../components/start-page';
import type { Settings } from '../../lib/settings/settings';
import { changeSettings, loadSettings, watchSettings } from '../../lib/settings/store';
import { Options } from './options';

startPage(document, browser.i18n, 'options_page_title');

const app = document.getElementById('app');
void loadSettings().then((loaded) => {
  const settings = signal<Settings>(loaded);
  const follow = (changed: Settings): void => {
    settings.value = changed;
    showTheme(document.documentElement, localStorage, changed.theme);
  };
  follow(loaded);
  watchSettings(follow);
  if (app) render(<Options settings={settings} onChange={(change) => void changeSettings(change)} />, app);
});
