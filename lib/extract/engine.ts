/** Readability, called so that it fits short Chinese articles too. */
import Readability from '@mozilla/readability/Readability.js';
import { cjkShare } from '../cjk.ts';

/**
 * Below its threshold Readability tries again with looser flags and then keeps lists, players and feeds. Its 500 characters
 * are English ones; a Chinese news brief has 100 to 300. Measured: 120 wins on pages of mostly CJK text and costs on English.
 */
const CJK_THRESHOLD = 120;
const LATIN_THRESHOLD = 500;
const MOSTLY_CJK = 0.4;

/** Runs Readability on `doc`, which it takes apart. Returns the article's element, still in `doc`'s ownership. */
export function runReadability(doc: Document): HTMLElement | null {
  const mostlyCjk = cjkShare(doc.body?.textContent ?? '') > MOSTLY_CJK;
  const article = new Readability<Node>(doc, {
    charThreshold: mostlyCjk ? CJK_THRESHOLD : LATIN_THRESHOLD,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const root = article?.content ?? null;
  return root && root.nodeType === 1 ? (root as HTMLElement) : null;
}
