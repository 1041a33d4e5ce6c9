/**
 * Goes to the place that a footnote link names. The browser cannot: in the reader the target stands in a shadow root,
 * and in the library page the address after `#` is a route. Returns whether the click was such a link.
 */
export function followAnchor(event: MouseEvent, body: HTMLElement): boolean {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey) return false;
  event.preventDefault();
  const name = decode((link.getAttribute('href') ?? '').slice(1));
  const target = Array.from(body.querySelectorAll<HTMLElement>('[id]')).find((element) => element.id === name);
  if (!target) return true;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
  return true;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
