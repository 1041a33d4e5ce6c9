/** How much each reason of `rank.ts` counts, by the kind of language. Only the ratios matter. */
import type { Reason } from './rank';

export type Weights = Partial<Record<Reason, number>>;

/*
 * Found by random search on half of a development set (Chinese news and abstracts; English news, abstracts and
 * transcripts; French and Portuguese news), then rounded by hand with an eye on both halves.
 *
 * `rare` and `common` come from the reader's own library, and were set with libraries of 50 to 400 other documents, of
 * one kind or of all kinds. Rarity helps English (F1@10 of news +0.1 to +0.5 points, of abstracts 0 to +0.5, of
 * transcripts -0.9 to 0). On Chinese news it cost up to 4.4 of F1@5, since editors choose common words: there, and in
 * other languages, only what very many of the articles say counts less (-0.2 to +0.1; nothing in a mixed library).
 */
const UNSPACED: Weights = {
  count: 0.8,
  again: 0.3,
  title: 1.5,
  position: 1.5,
  free: 0.2,
  two: 0.24,
  three: 0.5,
  four: -0.3,
  phraseCount: 0.4,
  tooLong: -0.8,
  common: -1,
};
const ENGLISH: Weights = {
  count: 0.1,
  again: 0.35,
  title: 0.1,
  position: 1.6,
  strength: 0.7,
  whole: 1,
  free: 0.5,
  capital: 0.2,
  two: 0.8,
  three: 0.7,
  four: 0.4,
  participle: -0.8,
  gerund: -0.7,
  gerundInside: -0.25,
  adjective: -0.15,
  oncePhrase: -0.3,
  rare: 0.6,
};
const SPACED: Weights = {
  count: 1.2,
  again: 0.5,
  title: 0.2,
  position: 1.3,
  whole: 0.35,
  free: 0.35,
  capital: 0.3,
  two: 0.5,
  three: 0.3,
  oncePhrase: -0.7,
  titlePhrase: 0.5,
  common: -1,
};

export function weightsFor(lang: string): Weights {
  if (lang === 'en') return ENGLISH;
  return lang === 'zh' || lang === 'ja' ? UNSPACED : SPACED;
}
