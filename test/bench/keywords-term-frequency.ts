/** Plain term frequency: the commonest words, the earlier one first where two are equally common. */
import { type PeerArticle, peerWords } from './keywords-words.ts';

export function termFrequency(article: PeerArticle, limit: number): string[] {
  const counts = new Map<string, number>();
  for (const word of peerWords(article).words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([word]) => word);
}
