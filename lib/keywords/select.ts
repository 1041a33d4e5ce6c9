/** Ranked candidates → the few that are shown, none part of another. */
import type { Ranked } from './rank';

/**
 * A phrase takes the place of a word in it if it makes up this share of the word's occurrences. Less is needed where
 * it joins two words that were both chosen (疫情 and 防控), and where the page declares the word, since sites declare
 * the single words that their segmenter gave them.
 */
const TAKES_OVER = { one: 0.8, several: 0.6, declared: 0.4 };
/** How far down the ranking a phrase may stand and still take over. */
const REACH = 3;

const SPACELESS = /^\S+$/u;

/** `flood` and `floods` are one; only for telling variants apart, never shown. */
function singular(key: string): string {
  return key.replace(/(?<=\p{Script=Latin}{3})(?:'s|s)$/u, '');
}

/** Whether `part` stands in `whole` as whole words, or anywhere if the script has no spaces. */
export function isPartOf(part: string, whole: string): boolean {
  if (/\p{Script=Latin}/u.test(part)) return ` ${singular(whole)} `.includes(` ${singular(part)} `);
  return SPACELESS.test(part) ? whole.includes(part) : ` ${whole} `.includes(` ${part} `);
}

/** @param ranked best first */
export function select(ranked: readonly Ranked[], limit: number): Ranked[] {
  /** Whether `phrase` may stand for `part`; `least` is the share asked of it where the page does not declare the part. */
  const standsFor = (phrase: Ranked, part: Ranked, least: number): boolean =>
    part.declared !== undefined && phrase.declared === undefined
      ? phrase.count > 1 && phrase.count >= part.count * TAKES_OVER.declared
      : phrase.count >= part.count * least;

  const chosen: Ranked[] = [];
  for (const candidate of ranked.slice(0, limit * REACH)) {
    const longer = chosen.filter(({ key }) => isPartOf(candidate.key, key));
    const parts = chosen.filter(({ key }) => isPartOf(key, candidate.key));
    const [first, ...others] = parts;
    if (longer.length) {
      if (longer.some((phrase) => standsFor(phrase, candidate, 0))) continue;
      for (const phrase of longer) chosen.splice(chosen.indexOf(phrase), 1);
      chosen.push(candidate);
    } else if (first) {
      const least = others.length ? TAKES_OVER.several : TAKES_OVER.one;
      if (!parts.every((part) => standsFor(candidate, part, least))) continue;
      chosen[chosen.indexOf(first)] = { ...candidate, score: first.score };
      for (const other of others) chosen.splice(chosen.indexOf(other), 1);
    } else if (chosen.length < limit) {
      chosen.push(candidate);
    }
  }
  return chosen.toSorted((a, b) => b.score - a.score);
}
