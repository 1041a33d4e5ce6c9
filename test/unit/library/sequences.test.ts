import { afterAll, expect, it } from 'vitest';
import { injectFaults } from '../../soak/faults';
import { type Outcome, runSequence } from '../../soak/sequence';

/** `QUIETPAGE_SEED=<n>` runs the one sequence that failed. `npm run soak` runs many more. */
const only = process.env.QUIETPAGE_SEED;
const SEQUENCES = 300;
const OPERATIONS = 30;

const faults = injectFaults();
afterAll(() => faults.remove());

it('is what a plain library in memory would be, after random operations, faults and restarts', async () => {
  const seeds = only ? [Number(only)] : Array.from({ length: SEQUENCES }, (_, n) => n + 1);
  const outcomes: Outcome[] = [];
  for (const seed of seeds) outcomes.push(await runSequence(seed, OPERATIONS, faults));
  const sum = (count: (one: (typeof outcomes)[number]) => number) => outcomes.reduce((all, one) => all + count(one), 0);
  // A run without faults, kills or second writers would prove nothing.
  const shares = [sum(({ struck }) => struck), sum(({ kills }) => kills), sum(({ pairs }) => pairs)];
  if (!only) for (const share of shares) expect(share).toBeGreaterThan(SEQUENCES);
}, 180_000);
