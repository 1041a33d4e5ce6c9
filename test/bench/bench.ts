import type { Results } from './results.ts';

export type Bench = {
  /** What follows `npm run bench -- `. */
  usage: string;
  /** Its own options, each with a value. */
  options: readonly string[];
  /** `say` is for progress. Throws when it cannot measure. */
  run: (options: Record<string, string | undefined>, results: Results, say: (line: string) => void) => Promise<void>;
};
