/** Where a picture's real address may wait until a script moves it to `src`. */

/** By how sure they are; measured on saved pages of news sites, and the names that lazy-loading libraries document. */
const LAZY_ATTRIBUTES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-original-src',
  'data-real-src',
  'data-lazy',
  'data-lazyload',
  'data-lazyload-src',
  'data-ks-lazyload',
  'data-echo',
  'data-url',
  'data-img',
  'data-image',
  'data-img-src',
  'data-imgurl',
  'data-full-src',
  'data-hi-res-src',
  'data-croporisrc',
  'data-backsrc',
  'data-file',
  'data-source',
  'lazy-src',
  'lazysrc',
  'lazyload',
  'real_src',
  'real-src',
  'original',
  'zoomfile',
  'file',
  '_src',
  'src2',
  'load-src',
];
const SET_ATTRIBUTES = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-original-set'];

const LOOKS_LIKE_ADDRESS =
  /^(?:https?:)?\/\/[^\s]+$|^\.{0,2}\/[^\s]+$|^[^\s:]+\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?!#][^\s]*)?$/i;
const PLACEHOLDER_NAME =
  /(?:^|[/_.-])(?:blank|placeholder|placehold|loading|lazy|lazyload|spacer|transparent|pixel|grey|gray|clear|empty|1x1|dot|default[-_]?img|nopic|noimg|no[-_]?image)\.(?:gif|png|jpe?g|svg|webp)(?:[?#]|$)|\/[a-z]\.gif(?:[?#]|$)/i;
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

type Attributes = { get: (name: string) => string | null };

/** The address that shows the picture, or `null` if there is none but a placeholder. */
export function pictureAddress({ get }: Attributes): string | null {
  for (const name of LAZY_ATTRIBUTES) {
    const value = get(name)?.trim() ?? '';
    if (LOOKS_LIKE_ADDRESS.test(value) && !isPlaceholder(value)) return value;
  }
  const own = get('src')?.trim() ?? '';
  if (!isPlaceholder(own)) return own;
  for (const name of SET_ATTRIBUTES) {
    const value = fromSourceSet(get(name) ?? '');
    if (value) return value;
  }
  return null;
}
