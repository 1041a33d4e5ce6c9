/** Where a picture's real address may wait until a script moves it to `src`. */

/** Names that only lazy loading uses (`data-src`, `data-original`, `data-echo`, `real_src`): they beat a `src` that looks real. */
const LAZY = /^(?:data-|lazy|real).*(?:src|lazy|orig|echo|imgurl)|^(?:lazy|real)/;
/** Names that may as well hold a page's address, or what an editor's program left behind: asked where `src` is a placeholder. */
const DOUBTFUL = /url|img|image|file|src|orig|load/;
/** What one of the two above may fit. */
const NAMED = /url|img|image|file|src|orig|load|lazy|real|echo/;
const OTHER_SIZE = /set$|thumb|small|low|mini|blur|preview|holder|err|fallback|avatar/;
const SET_NAME = /set$/;

const LOOKS_LIKE_ADDRESS =
  /^(?:https?:)?\/\/[^\s]+$|^\.{0,2}\/[^\s]+$|^[^\s:]+\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?!#][^\s]*)?$/i;
const PLACEHOLDER_NAME =
  /(?:^|[/_.-])(?:blank|placeholder|placehold|loading|lazy|lazyload|spacer|transparent|pixel|grey|gray|clear|empty|none|1x1|dot|default[-_]?img|nopic|noimg|no[-_]?image)\.(?:gif|png|jpe?g|svg|webp)(?:[?#]|$)|\/[a-z]\.gif(?:[?#]|$)/i;
/** Previews of a few pixels, shown blurred until the picture has loaded. */
const PREVIEW = /[?&/,;](?:w|width|resize)[=_:]\d{1,2}(?:[^\d]|$)|\bblur(?:red)?\b/i;
/** A data address below this length holds one pixel or an empty SVG. */
const REAL_DATA_LENGTH = 1000;
/** Wide enough for a large screen at the reader's measure. */
const ENOUGH_WIDTH = 1000;

export function isPlaceholder(address: string): boolean {
  if (address === '' || address === 'about:blank' || address === '#') return true;
  if (address.startsWith('data:')) return address.length < REAL_DATA_LENGTH;
  return PLACEHOLDER_NAME.test(address) || PREVIEW.test(address);
}

/** The candidate of a `srcset` that is wide enough, else the widest. */
export function fromSourceSet(set: string): string | null {
  let best: string | null = null;
  let bestWidth = 0;
  for (const [, address, size, unit] of set.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)) {
    const width = size === undefined ? 1 : Number(size) * (unit === 'x' ? ENOUGH_WIDTH / 2 : 1);
    const better = bestWidth < ENOUGH_WIDTH ? width > bestWidth : width >= ENOUGH_WIDTH && width < bestWidth;
    if (address && !isPlaceholder(address) && (best === null || better)) {
      best = address;
      bestWidth = width;
    }
  }
  return best;
}

type Attributes = readonly (readonly [name: string, value: string])[];

/**
 * The address that shows the picture, or `null` if there is none but a placeholder. `isStandIn`: several pictures of the
 * page have this one's `src`.
 */
export function pictureAddress(attributes: Attributes, isStandIn = false): string | null {
  const usable = attributes
    .filter(([name]) => NAMED.test(name))
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => !OTHER_SIZE.test(name) && LOOKS_LIKE_ADDRESS.test(value) && !isPlaceholder(value));
  const first = (names: RegExp) => usable.find(([name]) => name !== 'src' && names.test(name))?.[1];
  const own = attributes.find(([name]) => name === 'src')?.[1].trim() ?? '';
  const sure = usable.find(([name]) => name === 'data-src')?.[1] ?? first(LAZY);
  const shown = isPlaceholder(own) ? null : own;
  if (sure || (shown && !isStandIn)) return sure ?? shown;
  const sets = attributes.filter(([name]) => SET_NAME.test(name)).map(([, value]) => fromSourceSet(value));
  return first(DOUBTFUL) ?? shown ?? sets.find((address) => address !== null) ?? null;
}
