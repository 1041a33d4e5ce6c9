/** How two terms of one article stand to each other. What is looked at again and again is looked at once. */
import { hasCjk } from '../cjk';
import { marked } from './part-of';
import type { Ranked } from './rank';
import { termKey } from './term-key';

/** Characters that two declared terms share where one ends as the other begins. */
const EDGE = 2;

export type Related = {
  term: Ranked;
  /** Its words, as the text has them and as they are shown. */
  words: string;
  shown: string;
  /** Numbers of the words that it covers, in the order of the article. */
  places: () => ReadonlySet<number>;
};

export function related(term: Ranked): Related {
  const words = marked(term.key);
  let places: Set<number> | undefined;
  return {
    term,
    words,
    shown: term.name === undefined ? words : marked(termKey(term.name)),
    places: () => (places ??= placesOf(term)),
  };
}

function placesOf({ occurrences }: Ranked): Set<number> {
  const places = new Set<number>();
  for (const { clause, from, to } of occurrences)
    for (let word = from; word <= to; word++) places.add(clause.at + word);
  return places;
}

export function isWithin(part: Related, whole: Related): boolean {
  return whole.words.includes(part.words) || whole.shown.includes(part.shown);
}

/** Whether one ends as the other begins. */
function sharesEdge(one: string, other: string): boolean {
  if (!hasCjk(one) || !hasCjk(other)) return false;
  return one.endsWith(other.slice(0, EDGE)) || other.endsWith(one.slice(0, EDGE));
}

/** Share of a term's occurrences that lie over a word of the other one, 0–1. */
export function overlap({ term: { key, occurrences } }: Related, other: Related): number {
  // Declared, and none of the text's own words.
  if (!other.term.occurrences.length) return sharesEdge(key, other.term.key) ? 1 : 0;
  if (!occurrences.length) return 0;
  const places = other.places();
  const over = occurrences.filter(({ clause, from, to }) => {
    for (let word = from; word <= to; word++) if (places.has(clause.at + word)) return true;
    return false;
  });
  return over.length / occurrences.length;
}
