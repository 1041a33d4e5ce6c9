/** What a benchmark measured: values by system and metric, in the order in which they first came. */
import { type Statistics, statistics } from './statistics.ts';

/** `ms/MB` of the page's bytes; `x`: how many times as much. */
export type Unit = 'ms' | 'bytes' | 'ms/MB' | 'x' | 'count' | '/s' | 'share';
export type Summary = Record<string, Record<string, Statistics & { unit: Unit }>>;

export type Results = {
  add: (system: string, metric: string, unit: Unit, ...values: number[]) => void;
  summary: () => Summary;
};

/** Beyond a thousandth of a millisecond or a ratio there is only noise. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

export function createResults(): Results {
  const systems = new Map<string, Map<string, { unit: Unit; values: number[] }>>();
  return {
    add(system, metric, unit, ...values) {
      const metrics = systems.get(system) ?? new Map<string, { unit: Unit; values: number[] }>();
      systems.set(system, metrics);
      const known = metrics.get(metric);
      if (known) known.values.push(...values);
      else metrics.set(metric, { unit, values });
    },
    summary: () =>
      Object.fromEntries(
        Array.from(systems, ([system, metrics]) => [
          system,
          Object.fromEntries(
            Array.from(metrics, ([metric, { unit, values }]) => {
              const { min, median, p95, n } = statistics(values);
              return [metric, { min: round(min), median: round(median), p95: round(p95), unit, n }];
            }),
          ),
        ]),
      ),
  };
}
