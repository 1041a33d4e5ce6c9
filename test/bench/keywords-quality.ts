/** F1 against editors' keywords, ours beside jieba, term frequency and TextRank: each set, whole and in both halves. */
import { keywords } from '../../lib/keywords/keywords.ts';
import { halfOf } from './keywords-halves.ts';
import { jiebaKeywords } from './keywords-jieba.ts';
import { libraryOf } from './keywords-library.ts';
import { type Gold, loadScorer, readSets } from './keywords-sets.ts';
import { termFrequency } from './keywords-term-frequency.ts';
import { textRank } from './keywords-text-rank.ts';
import type { Results } from './results.ts';

const TOP = 10;
/** So many keywords does an editor of Chinese news give; other sets hold more. */
const AT: Record<string, number[]> = { 'zh-sohu-news': [5, 10], 'zh-cctv-news': [5] };
/** Sets that are too small to say anything. */
const FEWEST = 10;
const LIBRARY = 200;

type Find = (gold: Gold, limit: number) => string[];

const ours =
  (df?: ReturnType<typeof libraryOf>): Find =>
  (gold, limit) => {
    const own = df ? { df: df(gold) } : {};
    return keywords({ ...gold, declared: [], source: null }, { limit, ...own }).map(({ term }) => term);
  };

export async function measureQuality(folder: string, results: Results, say: (line: string) => void): Promise<void> {
  const score = await loadScorer(folder);
  const sets = new Map([...readSets(folder)].filter(([, gold]) => gold.length >= FEWEST));
  const all = [...sets.values()].flat();
  const jieba = jiebaKeywords();
  const means = new Map<string, number[]>();
  for (const [set, gold] of sets) {
    const systems: Record<string, Find> = {
      quietpage: ours(),
      TF: termFrequency,
      TextRank: textRank,
      ...(set.startsWith('zh') ? { jieba } : {}),
      'with 200 like it': ours(libraryOf(gold, LIBRARY, 1)),
      'with 200 of all': ours(libraryOf(all, LIBRARY, 2)),
    };
    for (const [system, find] of Object.entries(systems)) {
      const found = new Map(gold.map((one) => [one.id, find(one, TOP)]));
      for (const at of AT[set] ?? [TOP]) {
        const parts = [gold, ...[0, 1].map((half) => gold.filter((one) => halfOf(one) === half))];
        const [whole = Number.NaN, ...halves] = parts.map((part) => score(part, found, at));
        results.add(system, `${set} F1@${at}`, 'share', whole);
        for (const [half, value] of halves.entries())
          results.add(system, `${set} F1@${at}, half ${half}`, 'share', value);
        if (set.startsWith('en')) means.set(system, [...(means.get(system) ?? []), whole]);
      }
    }
    say(`${set}: ${gold.length} texts`);
  }
  for (const [system, values] of means)
    results.add(system, 'mean of English sets', 'share', values.reduce((sum, value) => sum + value, 0) / values.length);
}
