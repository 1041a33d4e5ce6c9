import { isFormula } from '../lines.ts';
import type { Pass } from '../pass.ts';

/** Largest side, in CSS pixels, of an icon; and of a line or button that is drawn as a picture. */
const ICON_SIDE = 48;
const THIN_SIDE = 24;
const ICON_NAME =
  /(?:^|[/_.-])(?:icons?|icos?|favicon|logo|arrow|sprite|emoji|avatar|qrcode|share|button|btn)(?:[/_.\d-]|$)/i;
const ICON_FILE = /\.ico(?:[?#]|$)/i;
/** Folders of what all pages of a site look like. */
const THEME = /\/(?:css|skins?|themes?|templates?|icons?|sprites?)\/.*\.(?:gif|png|svg)$/i;
/** Where a button for sharing leads. */
const SHARE = /\/sharer|\/share(?:\.php|article)?\?|\/intent\/|^whatsapp:/i;

function side(picture: Element, name: 'width' | 'height'): number {
  const value = Number.parseFloat(picture.getAttribute(name) ?? '');
  return Number.isNaN(value) || (picture.getAttribute(name) ?? '').includes('%') ? Infinity : value;
}

function isOrnament(picture: Element): boolean {
  if (isFormula(picture)) return false;
  const width = side(picture, 'width');
  const height = side(picture, 'height');
  if (Math.max(width, height) <= ICON_SIDE || Math.min(width, height) <= THIN_SIDE) return true;
  const address = picture.getAttribute('src') ?? '';
  if (SHARE.test(picture.closest('a')?.getAttribute('href') ?? '')) return true;
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  const file = path.slice(path.lastIndexOf('/') + 1);
  return ICON_FILE.test(address) || THEME.test(path) || (ICON_NAME.test(file) && Math.min(width, height) === Infinity);
}

/** Icons, rules and buttons that are pictures only by their tag. */
export const ornaments: Pass = (body) =>
  Array.from(body.querySelectorAll('img'))
    .filter(isOrnament)
    .map((picture) => ({ nodes: [picture], reason: 'The picture is an icon of the page.' }));
