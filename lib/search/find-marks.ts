import { findTerm } from './find-term';
import { foldTraced } from './fold';
import type { Term } from './query/query';

/** A half-open range of UTF-16 units of the text as it is shown. */
export type Mark = [start: number, end: number];

/** More marks than anyone looks at, in a text of any length. */
const MOST_OF_A_TERM = 100;

/** A place that a query hit; `term` is the index of the term. */
export type Place = { start: number; end: number; term: number };

/** Where the terms of a query stand in a text as it is shown, in order. */
export function findPlaces(text: string, terms: readonly Term[]): Place[] {
  const { folded, startOf, endOf } = foldTraced(text);
  const places = terms.flatMap((term, index) => {
    const found: Place[] = [];
    for (let at = findTerm(folded, term); at && found.length < MOST_OF_A_TERM; at = findTerm(folded, term, at.end)) {
      found.push({ start: startOf(at.start), end: endOf(at.end - 1), term: index });
    }
    return found;
  });
  return places.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** What to mark in a title or any other short text; ranges that touch are one. */
export function findMarks(text: string, terms: readonly Term[]): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end } of findPlaces(text, terms)) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
