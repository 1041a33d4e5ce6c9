/** What is said once, outside of the headline: mentioned in passing rather than told of. */
import type { Ranked } from './rank';

/** In fewer words than these nothing is said twice. */
const SHORT = 50;
const ANY = 8;
const SINGLE = 1;

/**
 * Up to how many words such a term is left out, by language; for all others none is. Against the editors' keywords of
 * `npm run bench -- keywords` this is worth, on both halves: Chinese abstracts +2.4 points of F1@10, news 0 to +0.3;
 * English abstracts +0.8, news 0, transcripts -0.8 (their gold is single words). Phrases of English news are often
 * read once only, and Portuguese would lose five points.
 */
const LEFT_OUT: Record<string, number> = { zh: ANY, ja: ANY, en: SINGLE };

/** @param words of the whole article */
export function isPassing({ count, inTitle, declared, parts }: Ranked, lang: string, words: number): boolean {
  if (count > 1 || inTitle || declared !== undefined || words <= SHORT) return false;
  return parts.length <= (LEFT_OUT[lang] ?? 0);
}
