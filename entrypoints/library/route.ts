import { signal, type ReadonlySignal } from '@preact/signals';
import type { Filter, Place } from '../../lib/library/place';

export type ListRoute = { view: 'list' } & Filter;

/** What the page shows; stands in the address after `#`, so that back, reload and links work. */
export type Route = ListRoute | { view: 'article'; id: string };

const PLACES: readonly Place[] = ['inbox', 'unread', 'favourites', 'archive', 'trash'];

export const listAt = (place: Place, narrowed: Partial<Omit<Filter, 'place'>> = {}): ListRoute => ({
  view: 'list',
  place,
  tag: null,
  keyword: null,
  ...narrowed,
});

export function readRoute(hash: string): Route {
  const [, view, value] = hash.replace(/^#/, '').split('/');
  if (view === 'article' && value) return { view, id: decode(value) };
  if ((view === 'keyword' || view === 'tag') && value) return listAt('all', { [view]: decode(value) });
  return listAt(PLACES.find((place) => place === view) ?? 'all');
}

export function hashOf(route: Route): string {
  if (route.view === 'article') return `#/article/${encodeURIComponent(route.id)}`;
  const { place, tag, keyword } = route;
  if (tag !== null) return `#/tag/${encodeURIComponent(tag)}`;
  if (keyword !== null) return `#/keyword/${encodeURIComponent(keyword)}`;
  return place === 'all' ? '#/' : `#/${place}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The route as it is now and will be. */
export function watchRoute(page: Window): ReadonlySignal<Route> {
  const route = signal(readRoute(page.location.hash));
  page.addEventListener('hashchange', () => (route.value = readRoute(page.location.hash)));
  return route;
}
