import type { Signals } from './reasons';

/** Marks of people who write on a page. No first letters, so that `userAvatar` and `avatar` both match without a slower test. */
const PEOPLE =
  '[class*=vatar],[href*="/user"],[href*="/member"],[href*="/u/"],[href*=profile],[class*=eply],[class*=nswer]';
/** An article shows its author and may show a few comments. */
const SOME = 5;
const MANY = 20;

/** Is this page written by many, as a thread is? Only asked when the answer decides: it looks at every element. */
export function peopleSignals(document: Document): Signals {
  return { manyPeople: Math.min(1, Math.max(0, (document.querySelectorAll(PEOPLE).length - SOME) / (MANY - SOME))) };
}
