import { hasCjk, squash } from '../cjk.ts';

/** A text this long is an article, whatever it says. In characters. */
const LONG = 500;
/** Share of the headline's character pairs that a brief repeats at the very least. */
const LEAST_SHARE = 0.15;

/** A short CJK text that takes up hardly anything of its headline: a sign-up box, a player, terms of use. */
export function isOffTopic(body: Element, title: string): boolean {
  const text = squash(body.textContent ?? '');
  const headline = squash(title);
  if (text.length >= LONG || headline.length < 4 || !hasCjk(headline)) return false;
  const pairs = Array.from({ length: headline.length - 1 }, (_, i) => headline.slice(i, i + 2));
  return pairs.filter((pair) => text.includes(pair)).length < pairs.length * LEAST_SHARE;
}
