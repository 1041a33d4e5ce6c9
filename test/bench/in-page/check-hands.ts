/** Queries whose answers can be told by plain reading: does the index find all of them, and nothing else? Bundled by `search-check.ts`. */
import { openRaw } from '../../../lib/library/raw-connection.ts';
import { fold } from '../../../lib/search/fold.ts';
import { parseQuery } from '../../../lib/search/query/parse-query.ts';
import { search, searcher } from '../../../lib/search/search.ts';
import { createRandom, type Random } from '../random.ts';
import { searchLine } from '../search-line.ts';

type Read = { number: number; folded: string; words: Set<string>; row: ReturnType<typeof searchLine>['row'] };

/** A condition as it is typed, and what it asks. */
type Asked = { typed: string; holds: (read: Read) => boolean };

const HAN = /[\u4e00-\u9fff]+/gu;

function readAll(articles: number): Read[] {
  return Array.from({ length: articles }, (_, number) => {
    const { row, text } = searchLine(number);
    const { title, source, byline, keywords } = row;
    const folded = fold([title, source, byline, ...keywords, text].join('\n'));
    return { number, folded, words: new Set(folded.match(/[a-z]+/gu) ?? []), row };
  });
}

function aSubstring(all: readonly Read[], random: Random): Asked {
  const length = 2 + random.below(5);
  for (;;) {
    const runs = random.pick(all).folded.match(HAN) ?? [];
    const run = runs[random.below(Math.max(1, runs.length))] ?? '';
    if (run.length < length) continue;
    const from = random.below(run.length - length + 1);
    const typed = run.slice(from, from + length);
    return { typed, holds: ({ folded }) => folded.includes(typed) };
  }
}

function aWord(all: readonly Read[], random: Random): Asked {
  for (;;) {
    const words = [...random.pick(all).words].filter((word) => word.length > 2 && word !== 'or');
    if (words.length === 0) continue;
    const word = random.pick(words);
    // The last word may still be typed, unless it stands in quotation marks.
    const start = word.slice(0, 3 + random.below(word.length));
    if (random.below(2)) return { typed: start, holds: ({ words }) => [...words].some((one) => one.startsWith(start)) };
    return { typed: `"${word}"`, holds: ({ words }) => words.has(word) };
  }
}

const FILTERS: ((random: Random) => Asked)[] = [
  ({ below }) => {
    const site = `site-${below(200)}.example`;
    return { typed: `site:${site}`, holds: ({ row }) => row.url.includes(`.${site}/`) };
  },
  ({ below }) => {
    const most = 1 + below(8);
    return { typed: `minutes:<${most + 1}`, holds: ({ row }) => row.minutes <= most };
  },
  ({ below }) => {
    const lang = below(2) ? 'zh' : 'en';
    return { typed: `lang:${lang}`, holds: ({ row }) => row.lang.startsWith(lang) };
  },
  ({ below }) => {
    const day = `2020-01-0${1 + below(7)}`;
    return { typed: `after:${day}`, holds: ({ row }) => (row.publishedAt ?? '') >= day };
  },
];

function anything(all: readonly Read[], random: Random): Asked[] {
  const one = random.below(2) ? aSubstring(all, random) : aWord(all, random);
  if (random.below(2)) return [one];
  return [random.pick(FILTERS)(random), one];
}

Object.assign(globalThis, {
  /** How many articles were to be found, how many of them were, and how many others. */
  checkHands: async (articles: number, queries: number) => {
    const all = readAll(articles);
    const database = await openRaw();
    if (!database) throw new Error('There is no library.');
    const engine = searcher(database);
    const random = createRandom(articles);
    const sum = { wanted: 0, found: 0, wrong: 0, missed: [] as string[] };
    for (let query = 0; query < queries; query += 1) {
      const asked = anything(all, random);
      const typed = asked.map((one) => one.typed).join(' ');
      const wanted = new Set(all.filter((read) => asked.every(({ holds }) => holds(read))).map(({ row }) => row.id));
      const { hits, relaxed } = await search(engine, parseQuery(typed, new Date()), { limit: articles });
      const found = relaxed ? [] : hits.map(({ article }) => article.id);
      const right = found.filter((id) => wanted.has(id)).length;
      sum.wanted += wanted.size;
      sum.found += right;
      sum.wrong += found.length - right;
      if (right !== wanted.size || found.length !== right)
        sum.missed.push(`${typed}: ${right} of ${wanted.size}, ${found.length - right} others`);
    }
    return sum;
  },
});
