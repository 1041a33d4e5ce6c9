/** Ranked candidates → the few that are shown, none part of another. */
import { hasCjk } from '../cjk';
import { isPartOf } from './part-of';
import type { Ranked } from './rank';
import { termKey } from './term-key';

/**
 * A phrase takes the place of a word in it if it makes up this share of the word's occurrences. Less is needed where
 * it joins two words that were both chosen (疫情 and 防控), and where the page declares the word, since sites declare
 * the single words that their segmenter gave them; least of all where the page declares the phrase and not the word.
 */
const TAKES_OVER = { one: 0.8, several: 0.6, declared: 0.4, declaredPhrase: 0.2 };
/** Terms that share words at this share of their places are pieces of one name (知道创宇, 创宇发布). */
const OVERLAP = 0.5;
const EDGE = 2;
/** How far down the ranking a phrase may stand and still take over. */
const REACH = 3;

/** As words of the text, or as they are shown. */
function isWithin(part: Ranked, whole: Ranked): boolean {
  if (isPartOf(part.key, whole.key)) return true;
  if (part.name === undefined && whole.name === undefined) return false;
  return isPartOf(termKey(part.name ?? part.key), termKey(whole.name ?? whole.key));
}

/** Numbers of the words that a term covers, in the order of the article. */
function placesOf({ occurrences }: Ranked): Set<number> {
  const places = new Set<number>();
  for (const { clause, from, to } of occurrences)
    for (let word = from; word <= to; word++) places.add(clause.at + word);
  return places;
}

/** Whether a declared term that is none of the text's words ends as the other begins, or the other way round. */
function sharesEdge(key: string, other: string): boolean {
  if (!hasCjk(key) || !hasCjk(other)) return false;
  return key.endsWith(other.slice(0, EDGE)) || other.endsWith(key.slice(0, EDGE));
}

/** Share of a term's occurrences that lie over a word of the other one, 0–1. */
function overlap({ key, occurrences }: Ranked, other: Ranked): number {
  if (!other.occurrences.length) return sharesEdge(key, other.key) ? 1 : 0;
  const places = placesOf(other);
  const over = occurrences.filter(({ clause, from, to }) => {
    for (let word = from; word <= to; word++) if (places.has(clause.at + word)) return true;
    return false;
  });
  return occurrences.length ? over.length / occurrences.length : 0;
}

/** Whether it begins or ends with a word that is no keyword by itself: 影响CPI. */
function hasWeakEdge({ occurrences: [at] }: Ranked): boolean {
  return at ? [at.from, at.to].some((word) => at.clause.words[word]?.weak) : false;
}

/** @param ranked best first */
export function select(ranked: readonly Ranked[], limit: number): Ranked[] {
  /** Whether `phrase` may stand for `part`; `least` is the share asked of it where the page declares neither or both. */
  const standsFor = (phrase: Ranked, part: Ranked, least: number): boolean => {
    const [own, ownPart] = [phrase.declared !== undefined, part.declared !== undefined];
    if (ownPart && !own)
      return !hasWeakEdge(phrase) && phrase.count > 1 && phrase.count >= part.count * TAKES_OVER.declared;
    return phrase.count >= part.count * (own && !ownPart ? Math.min(least, TAKES_OVER.declaredPhrase) : least);
  };

  const chosen: Ranked[] = [];
  for (const candidate of ranked.slice(0, limit * REACH)) {
    const longer = chosen.filter((phrase) => isWithin(candidate, phrase));
    const parts = chosen.filter((part) => isWithin(part, candidate));
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
    } else if (chosen.length < limit && !chosen.some((other) => overlap(candidate, other) >= OVERLAP)) {
      chosen.push(candidate);
    }
  }
  return chosen.toSorted((a, b) => b.score - a.score);
}
