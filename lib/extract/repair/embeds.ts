import { climb } from '../lines.ts';
import type { Repair } from '../repair.ts';

/** A frame that shows something of the story: a player, a map, a post. Everything else in a frame is the page's own. */
const CONTENT = /embed|player|video|watch|tweet|status|maps?|live|audio|podcast|track|vod|media/i;
const NOT_CONTENT =
  /\b(?:ads?|adserver|advert\w*|banner|sponsor\w*|comments?|captcha|analytics|pixel|consent|recommend\w*|share|subscribe|newsletter|login|signin|like|follow|chat|cookie)\b|doubleclick|syndication/i;
const SMALLEST_SIDE = 100;
const KINDS: Record<string, string> = {
  video: 'video',
  audio: 'audio',
  iframe: 'frame',
  embed: 'frame',
  object: 'frame',
};

function addressOf(element: Element): string | null {
  const own = element.getAttribute('src') ?? element.getAttribute('data-src') ?? element.getAttribute('data');
  const address = own || element.querySelector('source[src]')?.getAttribute('src') || '';
  if (!URL.canParse(address, element.baseURI)) return null;
  const { protocol, href } = new URL(address, element.baseURI);
  return /^https?:$/.test(protocol) ? href : null;
}

function isContent(frame: Element, address: string): boolean {
  const { pathname, hostname } = new URL(address);
  if (NOT_CONTENT.test(`${hostname} ${pathname} ${frame.className} ${frame.id}`.replace(/[_-]/g, ' '))) return false;
  const sides = ['width', 'height'].map((name) => Number.parseFloat(frame.getAttribute(name) ?? ''));
  if (sides.some((side) => side < SMALLEST_SIDE)) return false;
  return CONTENT.test(pathname) || frame.hasAttribute('allowfullscreen') || frame.closest('figure') !== null;
}

function titleOf(element: Element, address: string): string {
  const named = element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '';
  return named.trim() || new URL(address).hostname.replace(/^www\./, '');
}

/**
 * Videos, sounds and frames of others become cards: an empty figure until Readability has run (it weighs links), filled by
 * `tidyArticle`. No foreign frame is ever loaded in the clean view.
 */
export const embeds: Repair = (doc) => {
  for (const element of Array.from(doc.querySelectorAll('video, audio, iframe, embed, object'))) {
    if (!element.isConnected) continue;
    const address = addressOf(element);
    const kind = KINDS[element.localName] ?? 'frame';
    if (!address || (kind === 'frame' && !isContent(element, address))) {
      if (kind === 'frame') element.remove();
      continue;
    }
    const card = doc.createElement('figure');
    card.setAttribute('data-embed', kind);
    card.setAttribute('data-href', address);
    card.setAttribute('title', titleOf(element, address));
    climb(element, doc.body).replaceWith(card);
  }
};
