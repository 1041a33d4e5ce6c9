import { createRandom } from './random.ts';
import { statistics } from './statistics.ts';

export type Interval = { from: number; middle: number; to: number };

const RESAMPLES = 2000;
const SEED = 20261123;

/** The value of all rows, and where it lies in 95 of 100 draws of as many rows with repetition (Efron's percentile bootstrap). */
export function bootstrap<Row>(rows: readonly Row[], value: (rows: readonly Row[]) => number): Interval {
  const { pick } = createRandom(SEED);
  const draws = Array.from({ length: RESAMPLES }, () => value(rows.map(() => pick(rows)))).toSorted((a, b) => a - b);
  const at = (share: number) => draws[Math.round((RESAMPLES - 1) * share)] ?? Number.NaN;
  return { from: at(0.025), middle: value(rows), to: at(0.975) };
}

export const median = (values: readonly number[]): number => statistics(values).median;
