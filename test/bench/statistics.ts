export type Statistics = { min: number; median: number; p95: number; n: number };

/** Throws for an empty list: a metric without a measurement is a bug of the bench. */
export function statistics(values: readonly number[]): Statistics {
  const sorted = values.toSorted((a, b) => a - b);
  const min = sorted[0];
  if (min === undefined) throw new Error('No measurement.');
  return { min, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), n: sorted.length };
}

/** Between the two nearest values, weighted by distance. `sorted` is ascending and not empty. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
