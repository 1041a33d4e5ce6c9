export type Weights = Record<string, number>;
const UNSPACED: Weights = {
  count: 0.6,
  title: 0.95,
  position: 1.5,
  whole: 0.3,
  free: 0.8,
  two: 0.2,
  three: 0.2,
  four: 0.1,
  again: 0.3,
};
const ENGLISH: Weights = {
  count: 0.4,
  strength: 0.6,
  title: 0.6,
  position: 1,
  whole: 1,
  free: 0.5,
  two: 0.8,
  three: 0.6,
  capital: 0.2,
  again: 0.3,
};
const SPACED: Weights = {
  count: 0.8,
  strength: 0.2,
  title: 0.6,
  position: 1,
  whole: 0.5,
  free: 0.5,
  two: 0.2,
  three: 0.1,
  capital: 0.3,
  again: 0.3,
};
export function weightsFor(lang: string): Weights {
  return lang === 'zh' || lang === 'ja' ? UNSPACED : lang === 'en' ? ENGLISH : SPACED;
}
