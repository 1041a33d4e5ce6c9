/**
 * Goes to the place that a footnote link names. The browser cannot: in the reader the target stands in a shadow root,
 * and in the library page the address after `#` is a route.
 */
export function followAnchor(event: MouseEvent, body: HTMLElement): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  const target = body.querySelector<HTMLElement>(`#${CSS.escape(nameIn(link))}`);
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

function nameIn(link: Element): string {
  const name = (link.getAttribute('href') ?? '').slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
