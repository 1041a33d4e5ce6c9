import { render } from 'preact';
import { browser } from 'wxt/browser';
import { startPage } from '../../components/start-page';
import { Welcome } from './welcome';

startPage(document, browser.i18n, 'welcome_page_title');

// By the first page that everybody sees; with this permission no browser puts a question to the user.
const UNLIMITED = { permissions: ['unlimitedStorage' as const] };
void browser.permissions
  .contains(UNLIMITED)
  .then((granted) => granted && navigator.storage.persist())
  .catch(() => undefined);

const app = document.getElementById('app');
if (app) render(<Welcome />, app);
