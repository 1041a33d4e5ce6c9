import type { Settings } from '../lib/settings/settings';

/** Read by `public/theme.js` before the first paint of each page: settings themselves arrive too late for that. */
const REMEMBERED = 'quietpage-theme';

/** Colours a page of ours and remembers the theme for the next opening. */
export function showTheme(root: HTMLElement, memory: Storage | null, theme: Settings['theme']): void {
  root.dataset.theme = theme;
  try {
    memory?.setItem(REMEMBERED, theme);
  } catch {
    // A full or forbidden store costs one flash of the wrong colour, nothing more.
  }
}
