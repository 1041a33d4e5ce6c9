/** What one may remember of an article, the same for the same corpus. */
import { createRandom, type Random } from './random.ts';
import type { Searched } from './search-article.ts';

export type Asked = {
  typed: string;
  /** Of the article that is looked for. */
  number: number;
  kind: 'title' | 'phrase';
  /** Constants are chosen by one half of the articles, and judged by the other. */
  half: 'first' | 'second';
};

const HAN = /\p{Script=Han}+/gu;
const WORD = /\p{Script=Latin}{2,}/gu;
/** Remembered words say something. */
const TELLING = /\p{Script=Latin}{4,}/gu;

const between = (least: number, most: number, { below }: Random): number => least + below(most - least + 1);

/** So many characters that stand together, or null. */
function piece(text: string, length: number, { below }: Random): string | null {
  const runs = (text.match(HAN) ?? []).filter((run) => run.length >= length);
  const run = runs[below(Math.max(1, runs.length))];
  if (run === undefined) return null;
  const from = below(run.length - length + 1);
  return run.slice(from, from + length);
}

function titleQuery({ title }: Searched, random: Random): string | null {
  const wanted = between(4, 6, random);
  const part = piece(title, wanted, random) ?? piece(title, 4, random);
  if (part !== null) return part;
  const words = title.match(TELLING) ?? [];
  if (words.length < 2) return null;
  const first = random.below(words.length);
  const second = (first + 1 + random.below(words.length - 1)) % words.length;
  return `${words[first]} ${words[second]}`;
}

/** Six to ten characters, or three or four words; of every second one something in the middle is forgotten. */
function phraseQuery({ text }: Searched, random: Random): string | null {
  const forgets = random.below(2) === 1;
  if ((text.match(HAN) ?? []).join('').length > text.length / 3) {
    const part = piece(text, between(6, 10, random), random);
    if (part === null || !forgets) return part;
    const middle = Math.floor(part.length / 2);
    return `${part.slice(0, middle - 1)} ${part.slice(middle + 1)}`;
  }
  const sentences = text.split(/[.!?\n]+/u).map((sentence) => sentence.match(WORD) ?? []);
  const length = between(3, 4, random);
  const long = sentences.filter((words) => words.length > length);
  const words = long[random.below(Math.max(1, long.length))];
  if (!words) return null;
  const from = random.below(words.length - length);
  const taken = words.slice(from, from + length);
  return (forgets ? taken.filter((_, i) => i !== 1) : taken).join(' ');
}

const EACH = 3;

export function knownItems(articles: readonly Searched[]): Asked[] {
  const random = createRandom(20);
  return articles.flatMap((article) => {
    const half = random.below(2) ? 'first' : 'second';
    const make = { title: titleQuery, phrase: phraseQuery } as const;
    return (['title', 'phrase'] as const).flatMap((kind) =>
      Array.from({ length: EACH }, () => make[kind](article, random))
        .filter((typed) => typed !== null)
        .map((typed): Asked => ({ typed, number: article.number, kind, half })),
    );
  });
}
