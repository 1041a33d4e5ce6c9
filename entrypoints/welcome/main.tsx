import { render } from 'preact';
import { browser } from 'wxt/browser';
import { startPage } from '../../components/start-page';
import { Welcome } from './welcome';

startPage(document, browser.i18n, 'welcome_page_title');

const app = document.getElementById('app');
if (app) render(<Welcome />, app);
