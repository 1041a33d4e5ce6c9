import { findTerm } from './find-term';
import type { Term } from './query/query';

/** Places of each term that are looked at. */
const MOST_PLACES = 40;

function placesOf(folded: string, term: Term): number[] {
  const places: number[] = [];
  for (let at = findTerm(folded, term); at && places.length < MOST_PLACES; at = findTerm(folded, term, at.end))
    places.push(at.start);
  return places;
}

/** The shortest stretch that holds one place of each list; lists are in order, none is empty. */
function shortestStretch(lists: readonly number[][]): number {
  const next = lists.map(() => 0);
  let shortest = Infinity;
  for (;;) {
    const heads = lists.map((list, i) => list[next[i] ?? 0] ?? Infinity);
    const least = Math.min(...heads);
    const most = Math.max(...heads);
    if (most === Infinity) return shortest;
    shortest = Math.min(shortest, most - least);
    const behind = heads.indexOf(least);
    next[behind] = (next[behind] ?? 0) + 1;
  }
}

/** A stretch of so many characters is half as close as words side by side: about a sentence. */
const SENTENCE = 40;

/** How near to each other all terms stand in a folded text: 1 side by side, 0 when one of them is not there. */
export function closeness(folded: string, terms: readonly Term[]): number {
  const lists = terms.map((term) => placesOf(folded, term));
  if (lists.some((places) => places.length === 0)) return 0;
  return SENTENCE / (SENTENCE + shortestStretch(lists));
}
