/**
 * The length of a document in one byte, on a scale of logarithms as in Lucene's norms: eight steps to each doubling,
 * so a length is off by 4 % at most, which BM25 does not notice. 0 means that there is no such document.
 */
const STEPS = 8;

/** Number of terms → 1–255. */
export const quantiseLength = (terms: number): number =>
  Math.min(255, 1 + Math.round(STEPS * Math.log2(Math.max(1, terms))));

/** 1–255 → number of terms; index 0 is unused. */
export const LENGTHS = Float32Array.from({ length: 256 }, (_, code) => 2 ** ((code - 1) / STEPS));
