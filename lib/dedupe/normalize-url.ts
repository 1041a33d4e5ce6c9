import { parseUrl } from './parse-url';
import { siteOf } from './site-of';
import { isTracking } from './tracking-parameters';

/** First labels of a host that show the same pages on another screen. */
const SAME_PAGES = /^(?:www\d?|m|wap|3g|mobile|touch|amp)\./u;

/** Caches that carry the real address in their own. */
const WRAPPED = [
  /^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?(.+)$/u,
  /^https?:\/\/[^/]+\.cdn\.ampproject\.org\/[cv]\/(s\/)?(.+)$/u,
];

function unwrap(url: string): string {
  for (const cache of WRAPPED) {
    const [, secure, address] = cache.exec(url) ?? [];
    if (address) return `${secure ? 'https' : 'http'}://${address}`;
  }
  return url;
}

function hostKey(host: string): string {
  const shorter = host.replace(SAME_PAGES, '');
  // `m.cn` and `www.gov.cn` are sites by themselves only if nothing shorter is one.
  return shorter !== host && host !== siteOf(host) ? hostKey(shorter) : host;
}

function pathKey(pathname: string): string {
  let path = pathname;
  try {
    path = decodeURI(pathname);
  } catch {
    // A stray per cent sign: the path is compared as it stands.
  }
  return path
    .replace(/\/{2,}/gu, '/')
    .replace(/^\/amp(?=\/.)/u, '')
    .replace(/\/index\.(?:[sx]?html?|php|aspx?|jsp)$/iu, '/')
    .replace(/(?:\/amp\/?|\.amp)$|\.amp(?=\.html?$)/u, '')
    .replace(/\/+$/u, '');
}

function queryKey(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(
    ([name, value]) => !isTracking(name, value) && !/^amp$/iu.test(name) && !/^amp$/iu.test(value),
  );
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&');
  return query && `?${query}`;
}

/**
 * Address → key that is the same for all addresses of one page: scheme, `www.`, mobile and AMP variants, tracking
 * and sharing parameters, order of parameters, fragment and last slash make no difference. Never throws.
 */
export function normalizeUrl(address: string): string {
  const url = parseUrl(unwrap(address.trim()));
  if (!url) return address.trim();
  if (!/^https?:$/u.test(url.protocol)) return url.href.split('#')[0] ?? '';
  // A fragment that starts like a path is the address of a page that scripts compose.
  const route = /^#!?\/./u.test(url.hash) ? url.hash : '';
  const port = url.port && `:${url.port}`;
  return hostKey(url.hostname) + port + pathKey(url.pathname) + queryKey(url.searchParams) + route;
}
