/** Clauses → the words and phrases that could be keywords, each with what speaks for and against it. */
import type { Clause } from './clauses';
import { isStopWord, isWeakWord } from './stop-words';
import type { Word } from './words';

/** Words `from` to `to`, the last one included. */
export type Occurrence = { clause: Clause; from: number; to: number };

export type Candidate = {
  key: string;
  /** Keys of the words it is made of. */
  parts: string[];
  occurrences: Occurrence[];
  count: number;
  /** Index of the first word of its first occurrence. */
  first: number;
  inTitle: boolean;
  /** Share of the occurrences where nothing but a boundary stands on either side, 0–1. */
  whole: number;
  /** Smaller one of two shares: occurrences that do not go on with the commonest neighbour, left and right, 0–1. */
  free: number;
  /** Share of the occurrences with a capital that grammar does not ask for, 0–1. */
  capital: number;
};

/** Longest phrase, in words, and in characters if it has some of a script without spaces. */
const MOST_WORDS = 4;
const MOST_CHARACTERS = 8;
/** Longer ones of such a script, read once, are rather a clause: 少年歌手回家. */
const MOST_CHARACTERS_ONCE = 5;
/** Words that may stand inside a phrase, never at its edges, and how many. */
const LINKS: Record<string, ReadonlySet<string>> = {
  fr: new Set(['de', 'du', 'des', 'la', 'le', 'les', 'à', 'au', 'aux', 'sur', 'en', "d'", "l'"]),
  pt: new Set(['de', 'do', 'da', 'dos', 'das', 'e']),
  es: new Set(['de', 'del', 'la', 'las', 'los', 'el']),
};
const MOST_LINKS = 2;

function isTermAlone({ key, stop, weak, number }: Word): boolean {
  return !stop && !weak && !number && key.length > 1;
}

/** U.S. and U.S are one term. */
export const withoutLastDot = (key: string): string => (key.endsWith('.') ? key.slice(0, -1) : key);

/** Calls `visit` with all runs of words of a clause that could be a term. Bounded work for each word. */
function visitRuns(clause: Clause, lang: string, visit: (key: string, at: Occurrence) => void) {
  const { words } = clause;
  const links = LINKS[lang];
  for (const [from, head] of words.entries()) {
    if (head.stop || head.number) continue;
    if (isTermAlone(head)) visit(head.key, { clause, from, to: from });
    let key = head.key;
    let { unspaced } = head;
    let own = 1;
    let linked = 0;
    for (let to = from + 1; own < MOST_WORDS; to++) {
      const word = words[to];
      if (!word) break;
      key += (word.spaced ? ' ' : '') + word.key;
      unspaced ||= word.unspaced;
      if (unspaced && key.length > MOST_CHARACTERS) break;
      if (word.stop) {
        if (!links?.has(word.key) || ++linked > MOST_LINKS) break;
        continue;
      }
      own++;
      if (!word.number) visit(key, { clause, from, to });
    }
  }
}

const bounds = (word: Word | undefined): boolean => !word || word.stop || word.number;

function isWhole({ clause: { words }, from, to }: Occurrence): boolean {
  return bounds(words[from - 1]) && bounds(words[to + 1]);
}

/** Whether grammar leaves the form alone: neither in a headline nor at the head of a sentence. */
export function isMidSentence({ clause, from }: Occurrence): boolean {
  return !clause.title && !(clause.opens && from === 0);
}

function isClause(key: string, words: readonly Word[]): boolean {
  return key.length > MOST_CHARACTERS_ONCE && words.some(({ unspaced }) => unspaced);
}

/** How often the commonest neighbour stands `side` words from the run's edge. */
function commonestNeighbour(occurrences: readonly Occurrence[], side: -1 | 1): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const { clause, from, to } of occurrences) {
    const neighbour = clause.words[side < 0 ? from - 1 : to + 1];
    if (!neighbour || neighbour.stop) continue;
    const count = (counts.get(neighbour.key) ?? 0) + 1;
    counts.set(neighbour.key, count);
    most = Math.max(most, count);
  }
  return most;
}

/** Verbs and adverbs of one character that the segmenter leaves at the edge of a phrase: 郑板桥画, 起播出, 力打造. */
const VERBS = '画做打走跑说看听叫想写买卖吃喝给停拆砸抢偷骗追遭获畫說買賣給來';
const LOOSE_HEAD = new RegExp(`^[${VERBS}所用起强合数比可才业力敌无無數業]$`, 'u');
const LOOSE_TAIL = new RegExp(`^[${VERBS}新]$`, 'u');
/** Characters that make a new word of the one after them. */
const PREFIX = /^[新老小大高超反非副总總女男前]$/u;

/** Whether an edge of a Chinese phrase is one character too many: at the head, or at the tail, of a word of several. */
function hasLooseEdge(words: readonly Word[], count: number): boolean {
  const [first, second] = words;
  const [last, lastButOne] = [words.at(-1), words.at(-2)];
  if (!first || !second || !last || !lastButOne) return false;
  const alone = (word: Word): boolean => word.unspaced && word.key.length === 1;
  if (alone(first) && !alone(second) && !PREFIX.test(first.key) && (count === 1 || LOOSE_HEAD.test(first.key)))
    return true;
  return alone(last) && (count === 1 || !alone(lastButOne)) && LOOSE_TAIL.test(last.key);
}

function candidate(key: string, occurrences: Occurrence[], lang: string): Candidate | null {
  const [first] = occurrences;
  if (!first) return null;
  const words = first.clause.words.slice(first.from, first.to + 1);
  const count = occurrences.length;
  // A phrase read once is believed only if it stands by itself.
  if (count === 1 && words.length > 1 && (!isWhole(first) || isClause(key, words))) return null;
  if (hasLooseEdge(words, count)) return null;
  // The segmenter cuts some words of the lists in two: 首|届, 指|的|是.
  if (words.length > 1 && (isStopWord(key, lang) || isWeakWord(key, lang))) return null;
  const neighbour = Math.max(commonestNeighbour(occurrences, -1), commonestNeighbour(occurrences, 1));
  // A run that goes on with the same neighbour each time is a piece of something longer.
  if (words.length > 1 && neighbour === count) return null;
  const share = (test: (at: Occurrence) => boolean): number => occurrences.filter(test).length / count;
  return {
    key,
    parts: words.map((word) => word.key),
    occurrences,
    count,
    first: first.clause.at + first.from,
    inTitle: occurrences.some(({ clause }) => clause.title),
    whole: share(isWhole),
    free: 1 - neighbour / count,
    capital: share((at) => isMidSentence(at) && /^\p{Lu}/u.test(at.clause.words[at.from]?.form ?? '')),
  };
}

export function candidates(clauses: readonly Clause[], lang: string): Candidate[] {
  const found = new Map<string, Occurrence[]>();
  for (const clause of clauses) {
    visitRuns(clause, lang, (run, at) => {
      const key = withoutLastDot(run);
      const occurrences = found.get(key);
      if (occurrences) occurrences.push(at);
      else found.set(key, [at]);
    });
  }
  return [...found].map(([key, occurrences]) => candidate(key, occurrences, lang)).filter((term) => term !== null);
}
