/** Moving the focus through the places of an article list. */

/** The row's link that holds or surrounds the focus; null for anything else. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  const item = target instanceof Element ? target.closest('li[data-id]') : null;
  return item?.querySelector<HTMLElement>(':scope > a') ?? null;
}

/** Where a key leads from a place: a place, `'out'` above the first, or null when the key means nothing here. */
export function placeAfter(key: string, place: number, extent: number, page: number): number | 'out' | null {
  const within = (wanted: number): number => Math.max(0, Math.min(wanted, extent - 1));
  if (key === 'ArrowUp') return place === 0 ? 'out' : place - 1;
  if (key === 'ArrowDown') return within(place + 1);
  if (key === 'PageUp') return within(place - page);
  if (key === 'PageDown') return within(place + page);
  if (key === 'Home') return 0;
  return key === 'End' ? within(extent) : null;
}
