/** Clauses → the words and phrases that could be keywords, each with what speaks for and against it. */
import type { Clause, Word } from './clauses';

export type Candidate = {
  key: string;
  /** Words it is made of. */
  parts: string[];
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
  /** Forms as written → how well they show how the term is written. */
  forms: Map<string, number>;
};

type Entry = Candidate & { left: Map<string, number>; right: Map<string, number> };

/** Longest phrase, in words and (unspaced scripts) in characters. */
const MOST_WORDS = 4;
const MOST_CHARACTERS = 8;
/** Words that may stand inside a phrase, never at its edges. */
const LINKS: Record<string, ReadonlySet<string>> = {
  fr: new Set(['de', 'du', 'des', 'la', 'le', 'les', 'à', 'au', 'aux', 'sur', 'en']),
  pt: new Set(['de', 'do', 'da', 'dos', 'das', 'e']),
  es: new Set(['de', 'del', 'la', 'las', 'los', 'el']),
  it: new Set(['di', 'del', 'della', 'dei', 'delle', 'da', 'dal', 'dalla']),
};
const NO_LINKS: ReadonlySet<string> = new Set();

const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆]+$/u;

function join(words: readonly Word[], pick: (word: Word) => string): string {
  let text = '';
  for (const [i, word] of words.entries()) text += (i && word.spaced ? ' ' : '') + pick(word);
  return text;
}

function isAlone(word: Word): boolean {
  if (word.stop || word.number) return false;
  return [...word.key].length > 1;
}

function fits(words: readonly Word[]): boolean {
  if (!words.some((word) => UNSPACED.test(word.key))) return words.length <= MOST_WORDS;
  return words.reduce((sum, word) => sum + word.key.length, 0) <= MOST_CHARACTERS;
}

/** All runs of words in a clause that could be a term, with the index at which each begins. */
function* runs(words: readonly Word[], links: ReadonlySet<string>): Generator<[number, Word[]]> {
  for (let from = 0; from < words.length; from++) {
    const head = words[from];
    if (!head || head.stop || head.number) continue;
    if (isAlone(head)) yield [from, [head]];
    let inner = 0;
    for (let to = from + 1; to < words.length && to - from - inner < MOST_WORDS; to++) {
      const word = words[to];
      if (!word) break;
      if (word.stop) {
        if (!links.has(word.key) || inner > 1) break;
        inner++;
        continue;
      }
      const run = words.slice(from, to + 1);
      if (!fits(run)) break;
      if (!word.number) yield [from, run];
    }
  }
}

function add(map: Map<string, number>, key: string, amount = 1): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}

const greatest = (map: Map<string, number>): number => Math.max(0, ...map.values());

/** How well a form shows how a term is written: mid-sentence well, elsewhere the capital is the grammar's. */
function formWeight(clause: Clause, from: number): number {
  if (clause.title) return 0.1;
  return clause.opens && from === 0 ? 0.2 : 1;
}

/** Counts to shares; false for a fragment, which in unspaced text goes on with the same neighbour every time. */
function settle(entry: Entry): boolean {
  entry.whole /= entry.count;
  entry.capital /= entry.count;
  entry.free = 1 - Math.max(greatest(entry.left), greatest(entry.right)) / entry.count;
  return entry.parts.length === 1 || entry.free > 0 || !UNSPACED.test(entry.key);
}

/**
 * Phrases that occur once are kept only where the script shows where words end;
 * elsewhere a phrase must come back before it is believed.
 */
export function candidates(clauses: readonly Clause[], lang: string): Candidate[] {
  const links = LINKS[lang] ?? NO_LINKS;
  const counts = new Map<string, number>();
  for (const { words } of clauses)
    for (const [, run] of runs(words, links))
      add(
        counts,
        join(run, (word) => word.key),
      );

  const entries = new Map<string, Entry>();
  for (const clause of clauses) {
    const { words, title } = clause;
    for (const [from, run] of runs(words, links)) {
      const key = join(run, (word) => word.key);
      const once = (counts.get(key) ?? 0) < 2;
      if (once && run.length > 1 && run.some((word) => UNSPACED.test(word.key))) continue;
      let entry = entries.get(key);
      if (!entry) {
        entry = {
          key,
          parts: run.map((word) => word.key),
          count: 0,
          first: run[0]?.at ?? 0,
          inTitle: false,
          whole: 0,
          free: 1,
          capital: 0,
          forms: new Map(),
          left: new Map(),
          right: new Map(),
        };
        entries.set(key, entry);
      }
      entry.count++;
      entry.inTitle ||= title;
      const before = words[from - 1];
      const after = words[from + run.length];
      const openLeft = !before || before.stop || before.number;
      const openRight = !after || after.stop || after.number;
      if (before && !before.stop) add(entry.left, before.key);
      if (after && !after.stop) add(entry.right, after.key);
      if (openLeft && openRight) entry.whole++;
      const form = join(run, (word) => word.form);
      add(entry.forms, form, formWeight(clause, from));
      if (formWeight(clause, from) === 1 && /^\p{Lu}/u.test(form)) entry.capital++;
    }
  }
  return [...entries.values()].filter(settle);
}
