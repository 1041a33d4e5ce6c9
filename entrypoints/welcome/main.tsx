import { render } from 'preact';
import { browser } from 'wxt/browser';
import { startPage } from '../../components/start-page';
import { Welcome } from './welcome';

startPage(document, browser.i18n, 'welcome_page_title');

// Asked by the first page that everybody sees. With our permission for storage no browser puts a question to the user.
void navigator.storage.persist().catch(() => undefined);

const app = document.getElementById('app');
if (app) render(<Welcome />, app);
