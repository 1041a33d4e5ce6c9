/** What is typed: the same queries for the same seed, from the words of the made articles, each of which is found somewhere. */
import { createRandom, type Random } from './random.ts';
import { searchArticle } from './search-article.ts';

/** Half of all articles hold them. */
export const BROAD = ['的', 'the', '中', '中国', 'co'];

const HAN = /[\u4e00-\u9fff]+/gu;
const WORD = /[a-z]{4,}/gu;

/** A stretch of Chinese of this length. */
function han(text: string, length: number, { below }: Random): string {
  const runs = (text.match(HAN) ?? []).filter((run) => run.length >= length);
  const run = runs[below(Math.max(1, runs.length))] ?? '';
  return run.slice(0, length).length === length ? run.slice(below(run.length - length + 1)).slice(0, length) : '';
}

const words = (text: string, count: number, random: Random): string =>
  Array.from({ length: count }, () => random.pick(text.match(WORD) ?? ['world'])).join(' ');

export type QuerySet = { zh2: string[]; zh4: string[]; en1: string[]; en2: string[] };

export function searchQueries(articles: number, each: number, seed = 5): QuerySet {
  const random = createRandom(seed);
  const text = (odd: 0 | 1) => searchArticle(random.below(Math.max(1, articles >> 1)) * 2 + odd).text.toLowerCase();
  const several = (make: () => string): string[] => {
    const made = new Set<string>();
    while (made.size < each) made.add(make());
    made.delete('');
    return [...made];
  };
  return {
    zh2: several(() => han(text(0), 2, random)),
    zh4: several(() => han(text(0), 4, random)),
    en1: several(() => words(text(1), 1, random)),
    en2: several(() => words(text(1), 2, random)),
  };
}

/** Each query as it is typed, letter by letter; of a Latin word from the second letter on. */
export const typing = (query: string): string[] => {
  const least = /[a-z]/u.test(query) ? 2 : 1;
  return Array.from({ length: query.length - least + 1 }, (_, i) => query.slice(0, least + i));
};
