/**
 * How well an article is found again by what one remembers of it: parts of its title, or of a sentence. The articles are
 * those of a corpus, with the texts that its people chose; every engine gets the same terms and the same articles.
 */
import type { Bench } from './bench.ts';
import { corpusArticles } from './known-item-articles.ts';
import { type Asked, knownItems } from './known-item-queries.ts';

/** Below this place nobody looks. */
const LIMIT = 20;
const KINDS = ['title', 'phrase'] as const;
const HALVES = ['first', 'second'] as const;

export const knownItem: Bench = {
  usage: 'known-item --corpus DIR [--json FILE]',
  options: ['corpus'],
  async run({ corpus }, results, say) {
    if (corpus === undefined) throw new Error('Say where the corpus is: --corpus DIR');
    const articles = corpusArticles(corpus);
    const asked = knownItems(articles);
    say(`${articles.length} articles with a title and a text, ${asked.length} queries`);
    // Brings a database in memory with it, which no other benchmark must find.
    const { engines } = await import('./known-item-engines.ts');
    for (const [system, open] of Object.entries(engines)) {
      const find = await open(articles);
      const places: { asked: Asked; place: number }[] = [];
      for (const one of asked)
        places.push({ asked: one, place: (await find(one.typed, LIMIT)).indexOf(one.number) + 1 });
      for (const kind of KINDS)
        for (const half of HALVES) {
          const of = places.filter(({ asked }) => asked.kind === kind && asked.half === half).map(({ place }) => place);
          const figures = {
            Success1: of.filter((place) => place === 1).length / of.length,
            Success3: of.filter((place) => place >= 1 && place <= 3).length / of.length,
            Mrr: of.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / of.length,
          };
          for (const [name, value] of Object.entries(figures)) results.add(system, `${kind}${name}`, 'share', value);
          const told = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
          say(`${system}, ${kind}, ${half} half (${of.length}): ${told.join(', ')}`);
        }
    }
  },
};
