/** How much each reason of `rank.ts` counts, by the kind of language. Only the ratios matter. */
import type { Reason } from './rank';

export type Weights = Partial<Record<Reason, number>>;

/*
 * Found by random search on half of a development set (Chinese news and abstracts; English news, abstracts and
 * transcripts; French and Portuguese news), then rounded by hand with an eye on both halves.
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
};

export function weightsFor(lang: string): Weights {
  if (lang === 'en') return ENGLISH;
  return lang === 'zh' || lang === 'ja' ? UNSPACED : SPACED;
}
