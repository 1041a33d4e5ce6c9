/** Korean nouns carry their particle: 정부는, 정부가, 정부의 are one word. */
import type { Clause } from './clauses';

const PARTICLE = /(?:에서는|에서|에게|으로|까지|부터|이라는|라는|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u;
/** Verb endings; in Korean the verb is no keyword. */
const VERB = /(?:했다|한다|하다|됐다|된다|이다|었다|았다|였다|있다|없다|하는|하고|해서|하며|하기|했고|된|한)$/u;
/** Shorter stems are too often a word that merely ends in such a syllable: 국가, 회의. */
const SHORTEST = 2;

function stemOf(key: string): string {
  const stem = key.replace(PARTICLE, '');
  return stem.length >= SHORTEST ? stem : key;
}

/**
 * Takes particles off where the text itself shows that they are particles: the stem stands there with another
 * particle or alone (so 민주주의 stays whole). A particle ends its clause, since what follows is another noun's.
 */
export function withoutParticles(clauses: readonly Clause[]): Clause[] {
  const seen = new Map<string, Set<string>>();
  for (const { words } of clauses) {
    for (const { key } of words) {
      const stem = stemOf(key);
      seen.set(stem, (seen.get(stem) ?? new Set()).add(key));
    }
  }
  return clauses.flatMap((clause) => {
    const parts: Clause[] = [];
    let from = 0;
    const words = clause.words.map((word) => {
      const stem = stemOf(word.key);
      const isNoun = stem !== word.key && (seen.get(stem)?.size ?? 0) > 1;
      if (isNoun) return { ...word, key: stem, form: stem };
      return VERB.test(word.key) ? { ...word, stop: true } : word;
    });
    for (const [i, word] of words.entries()) {
      if (word.key === clause.words[i]?.key && i < words.length - 1) continue;
      parts.push({
        ...clause,
        words: words.slice(from, i + 1),
        at: clause.at + from,
        opens: clause.opens && from === 0,
      });
      from = i + 1;
    }
    return parts;
  });
}
