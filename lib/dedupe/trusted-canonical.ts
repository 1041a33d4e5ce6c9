import { normalizeUrl } from './normalize-url';
import { parseUrl } from './parse-url';
import { siteOf } from './site-of';

const LIST_PAGE =
  /^(?:index|home|default|main|front|list|channel|channels|category|tag|tags|topic|topics|search|archive|archives|news|node)[-_]?\d{0,3}(?:\.\w+)?$/iu;

function isFrontOrList(canonical: URL, key: string, page: URL): boolean {
  const path = canonical.pathname.replace(/\/+$/u, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (!last || LIST_PAGE.test(last)) return !key.includes('?');
  // A folder above the page, named by a word: a channel, unless the page is only a variant of it.
  return page.pathname.startsWith(`${path}/`) && !/\d|-/u.test(last);
}

/**
 * The key of a declared canonical address, or `null` if it can't be trusted to name this page: other site, front or
 * list page. That it doesn't belong to another article is checked where it is used. Equal to the page's own key: `null`.
 */
export function trustedCanonical(pageUrl: string, canonicalUrl: string | null): string | null {
  const page = parseUrl(pageUrl);
  const canonical = canonicalUrl === null ? null : parseUrl(canonicalUrl, pageUrl);
  if (!page || !canonical || !/^https?:$/u.test(canonical.protocol)) return null;
  const key = normalizeUrl(canonical.href);
  if (key === normalizeUrl(pageUrl) || siteOf(canonical.hostname) !== siteOf(page.hostname)) return null;
  return isFrontOrList(canonical, key, page) ? null : key;
}
