/** What a reader's own library would teach: the vocabulary of other documents, without the one that is looked at. */
import type { DocumentFrequency } from '../../lib/keywords/rank.ts';
import { termsIn } from '../../lib/keywords/vocabulary.ts';
import type { Gold } from './keywords-sets.ts';
import { createRandom } from './random.ts';

/** A library of `size` documents out of `pool`, chosen by seed. */
export function libraryOf(pool: readonly Gold[], size: number, seed: number): (reading: Gold) => DocumentFrequency {
  const random = createRandom(seed);
  const drawn = pool.map((gold) => ({ gold, place: random.below(2 ** 30) }));
  const kept = drawn.toSorted((a, b) => a.place - b.place).slice(0, size);
  const terms = new Map(kept.map(({ gold }) => [gold, new Set(termsIn(gold))]));
  const counts = new Map<string, number>();
  for (const own of terms.values()) for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (reading) => {
    const own = terms.get(reading);
    return {
      articles: terms.size - (own ? 1 : 0),
      count(key) {
        const count = (counts.get(key) ?? 0) - (own?.has(key) ? 1 : 0);
        // A vocabulary drops what one article alone holds.
        return count < 2 ? 0 : count;
      },
    };
  };
}
