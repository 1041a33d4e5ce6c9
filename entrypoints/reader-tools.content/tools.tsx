import { render } from 'preact';
import type { ReadingDesk } from '../../components/reading-desk';
import { ReadingSettings } from '../../components/reading-settings/reading-settings';
import { showKeywords } from './keywords';
import { showFurtherPages } from './paging';
import { showPick } from './pick';
import { showReceipt } from './receipt';
import { showSiteNote } from './site-note';
import css from './tools.css?inline';

/** Fills the places that the view left open, until the view ends. */
export function openTools(desk: ReadingDesk): void {
  const { dialog, signal } = desk;
  const root = dialog.getRootNode() as ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];

  const panel = dialog.querySelector('#reading-settings');
  if (panel) showSettings(desk, panel);
  const keywords = dialog.querySelector('.article-keywords');
  const drawKeywords = () => keywords && void showKeywords(desk, keywords);
  drawKeywords();
  const place = () => dialog.ownerDocument.createElement('div');
  const places = { pages: place(), receipt: place(), pick: place(), site: place() };
  dialog.querySelector('.tools')?.append(...Object.values(places));
  const drawReceipt = showReceipt(desk, places.receipt);
  showPick(desk, places.pick);
  void showSiteNote(desk, places.site);
  showFurtherPages(desk, places.pages, { grown: drawReceipt, ended: drawKeywords });
  signal.addEventListener('abort', () => {
    for (const filled of [panel, keywords, ...Object.values(places)]) if (filled) render(null, filled);
  });
}

function showSettings(desk: ReadingDesk, panel: Element): void {
  const draw = () => {
    const change: typeof desk.changeSettings = (settings) => {
      desk.changeSettings(settings);
      draw();
    };
    render(<ReadingSettings settings={desk.settings()} onChange={change} />, panel);
  };
  draw();
}
