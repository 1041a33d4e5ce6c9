import { signal, type ReadonlySignal } from '@preact/signals';

/** What the page shows; stands in the address after `#`, so that back, reload and links work. */
export type Route = { view: 'list'; keyword: string | null } | { view: 'trash' } | { view: 'article'; id: string };

export function readRoute(hash: string): Route {
  const [, view, value] = hash.replace(/^#/, '').split('/');
  if (view === 'trash') return { view };
  if (view === 'article' && value) return { view, id: decode(value) };
  return { view: 'list', keyword: view === 'keyword' && value ? decode(value) : null };
}

export function hashOf(route: Route): string {
  if (route.view === 'trash') return '#/trash';
  if (route.view === 'article') return `#/article/${encodeURIComponent(route.id)}`;
  return route.keyword === null ? '#/' : `#/keyword/${encodeURIComponent(route.keyword)}`;
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
