import type { Declared } from './meta-tags.ts';

const NO_PICTURE =
  /(?:^|[/_.-])(?:logo|default|placeholder|blank|spacer|favicon|avatar|share[-_]?(?:icon|img|image|logo))s?(?:[/_.-]|\d|$)/i;

/** The declared address of the page itself; on an inner page, one that names the front page of a site is not believed. */
export function findCanonical(candidates: readonly Declared[], base: string): Declared | null {
  const found = firstAddress(
    candidates,
    base,
    ({ pathname, search }) =>
      Boolean(search) || !/^\/(?:index\.\w+)?$/.test(pathname) || pathname === new URL(base).pathname,
  );
  return found && { ...found, value: found.value.replace(/#.*$/, '') };
}

/** The lead picture; logos and stand-ins are passed over. */
export function findLeadImage(candidates: readonly Declared[], base: string): Declared | null {
  return firstAddress(candidates, base, ({ pathname }) => !NO_PICTURE.test(pathname));
}

/** The first usable http(s) address, absolute. */
function firstAddress(
  candidates: readonly Declared[],
  base: string,
  isUsable: (address: URL) => boolean,
): Declared | null {
  for (const { value, where } of candidates) {
    if (!value.trim() || !URL.canParse(value, base)) continue;
    const address = new URL(value, base);
    if (/^https?:$/.test(address.protocol) && isUsable(address)) return { value: address.href, where };
  }
  return null;
}
