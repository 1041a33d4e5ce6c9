import { htmlPolicy } from '../../components/html-policy';
import { displayFragment } from '../../lib/extract/sanitize';

/** Stored markup as an element to show or convert, sanitised once more; its pictures have no address yet. */
export function savedBody(html: string): HTMLElement {
  const holder = document.createElement('div');
  holder.append(displayFragment(window, document, html, htmlPolicy));
  return holder;
}
