/** Ranked candidates → the few that are shown, none part of another. */
import type { Ranked } from './rank';

/**
 * A phrase takes the place of a word in it if it makes up this share of the word's occurrences; less is needed
 * against a word that the page declares, since sites declare the single words that their segmenter gave them.
 */
const TAKES_OVER = { found: 0.9, declared: 0.4 };
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

export function select(ranked: readonly Ranked[], limit: number, declared: ReadonlySet<string>): Ranked[] {
  const chosen: Ranked[] = [];
  for (const candidate of ranked.slice(0, limit * REACH)) {
    if (chosen.some(({ key }) => isPartOf(candidate.key, key))) continue;
    const parts = chosen.filter(({ key }) => isPartOf(key, candidate.key));
    const [first] = parts;
    if (first) {
      if (
        parts.some((part) => candidate.count < part.count * TAKES_OVER[declared.has(part.key) ? 'declared' : 'found'])
      )
        continue;
      chosen[chosen.indexOf(first)] = { ...candidate, score: first.score };
      for (const part of parts.slice(1)) chosen.splice(chosen.indexOf(part), 1);
    } else if (chosen.length < limit) {
      chosen.push(candidate);
    }
  }
  return chosen;
}
