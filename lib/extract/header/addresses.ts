import type { Declared } from './meta-tags.ts';

const NO_PICTURE =
  /(?:^|[/_.-])(?:logo|default|placeholder|blank|spacer|favicon|avatar|share[-_]?(?:icon|img|image|logo))s?(?:[/_.-]|\d|$)/i;

/** The first usable http(s) address, absolute. */
function firstAddress(candidates: readonly Declared[], base: string): Declared | null {
  for (const { value, where } of candidates) {
    const address = absolute(value, base);
    if (address) return { value: address.href, where };
  }
  return null;
}

/** The declared address of the page itself; one that names the front page of a site or another host's root is not believed. */
export function findCanonical(candidates: readonly Declared[], base: string): Declared | null {
  const page = absolute(base, base);
  for (const { value, where } of candidates) {
    const address = absolute(value, base);
    if (!address) continue;
    const isFront = /^\/(?:index\.\w+)?$/.test(address.pathname) && !address.search;
    if (isFront && page && page.pathname !== address.pathname) continue;
    address.hash = '';
    return { value: address.href, where };
  }
  return null;
}

/** The lead picture; logos and stand-ins are passed over. */
export function findLeadImage(candidates: readonly Declared[], base: string): Declared | null {
  return firstAddress(
    candidates.filter(({ value }) => !NO_PICTURE.test(value.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]+/i, ''))),
    base,
  );
}

function absolute(value: string, base: string): URL | null {
  const trimmed = value.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return null;
  const address = new URL(trimmed, base);
  return /^https?:$/.test(address.protocol) ? address : null;
}
