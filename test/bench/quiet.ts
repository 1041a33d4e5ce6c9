import { loadavg } from 'node:os';

/** How quiet the machine is: its load, and a loop that should always take the same time. */
export function quiet(): string {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < 1e7; i += 1) sum = (sum + i * 31) % 1_000_003;
  const ms = performance.now() - start + (sum < 0 ? 1 : 0);
  return `load ${loadavg()[0]?.toFixed(1)}, control loop ${ms.toFixed(1)} ms`;
}
