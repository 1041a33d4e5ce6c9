/** Ranked candidates → the few that are shown, none part of another. */
import type { Ranked } from './rank';
import { isWithin, overlap, related, type Related } from './relation';

/**
 * A phrase takes the place of a word in it if it makes up this share of the word's occurrences. Less is needed where
 * it joins two words that were both chosen (疫情 and 防控), and where the page declares the word, since sites declare
 * the single words that their segmenter gave them; least of all where the page declares the phrase and not the word.
 */
const TAKES_OVER = { one: 0.8, several: 0.6, declared: 0.4, declaredPhrase: 0.2 };
/** Terms that share words at this share of their places are pieces of one name (知道创宇, 创宇发布). */
const OVERLAP = 0.5;
/** How far down the ranking a phrase may stand and still take over. */
const REACH = 3;

const isOwn = ({ term }: Related): boolean => term.declared !== undefined;

/** Whether it begins or ends with a word that is no keyword by itself: 影响CPI. */
function hasWeakEdge({ occurrences: [at] }: Ranked): boolean {
  return at ? [at.from, at.to].some((word) => at.clause.words[word]?.weak) : false;
}

/** Whether `phrase` may stand for `part`; `least` is the share asked of it where the page declares neither or both. */
function standsFor(phrase: Related, part: Related, least: number): boolean {
  const isShare = (share: number): boolean => phrase.term.count >= part.term.count * share;
  if (isOwn(part) && !isOwn(phrase))
    return !hasWeakEdge(phrase.term) && phrase.term.count > 1 && isShare(TAKES_OVER.declared);
  return isShare(isOwn(phrase) && !isOwn(part) ? Math.min(least, TAKES_OVER.declaredPhrase) : least);
}

/** Whether a term that is neither part nor whole of a chosen one is added, and which of those it puts out. */
function rivalsOf(candidate: Related, chosen: readonly Related[]): Related[] | 'better' {
  const rivals = chosen.filter((other) => overlap(candidate, other) >= OVERLAP);
  return rivals.length && !(isOwn(candidate) && !rivals.some(isOwn)) ? 'better' : rivals;
}

/** @param ranked best first */
export function select(ranked: readonly Ranked[], limit: number): Ranked[] {
  const chosen: Related[] = [];
  const replace = (old: readonly Related[], by: Related): void => {
    const [first, ...others] = old;
    if (first) chosen[chosen.indexOf(first)] = by;
    else chosen.push(by);
    for (const other of others) chosen.splice(chosen.indexOf(other), 1);
  };
  for (const term of ranked.slice(0, limit * REACH)) {
    const candidate = related(term);
    const longer = chosen.filter((phrase) => isWithin(candidate, phrase));
    const parts = chosen.filter((part) => isWithin(part, candidate));
    const [first, ...others] = parts;
    if (longer.length) {
      if (!longer.some((phrase) => standsFor(phrase, candidate, 0))) replace(longer, candidate);
    } else if (first) {
      const least = others.length ? TAKES_OVER.several : TAKES_OVER.one;
      if (parts.every((part) => standsFor(candidate, part, least)))
        replace(parts, related({ ...term, score: first.term.score }));
    } else {
      const rivals = rivalsOf(candidate, chosen);
      if (rivals !== 'better' && (rivals.length || chosen.length < limit)) replace(rivals, candidate);
    }
  }
  return chosen.map(({ term }) => term).toSorted((a, b) => b.score - a.score);
}
