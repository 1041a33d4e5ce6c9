/** A term of a query → the keys under which the index holds it. */
import type { Term } from '../query/query';
import { tokenise } from '../tokenise';
import { utf8 } from './bytes';
import type { Key } from './reader';

/** Of a long pasted run, its first bigrams: few articles hold all of them, and each is then read. */
const MAX_KEYS = 64;

/** Longer runs of CJK may have all their bigrams in an article and still not stand there. */
const CERTAIN_CHARACTERS = 2;

const MAX_WORD = 64;

function keysOfRun({ text, cjk }: Term['parts'][number], prefix: boolean): Key[] {
  const terms = tokenise(text);
  if (!cjk) return terms.map((term) => ({ bytes: utf8(term), prefix }));
  // The last character alone ends a run; in the middle of one, only the bigrams that begin with it have it.
  const bigrams = terms.length > 1 ? terms.slice(0, -1) : terms;
  return bigrams.map((term) => ({ bytes: utf8(term), prefix: terms.length === 1 }));
}

/** Every article with the term has all of these. */
export function keysOf({ parts, prefix }: Term): Key[] {
  const keys = parts.flatMap((run, i) => keysOfRun(run, prefix && i === parts.length - 1 && !run.cjk));
  const distinct = new Map(keys.map((key) => [key.bytes.join(), key]));
  return [...distinct.values()].slice(0, MAX_KEYS);
}

/** Whether an article that has all keys of the term has the term, too. Otherwise its text must be looked at. */
export function isCertain({ parts }: Term): boolean {
  const [only, another] = parts;
  if (!only || another) return false;
  return only.cjk ? [...only.text].length <= CERTAIN_CHARACTERS : only.text.length < MAX_WORD;
}
