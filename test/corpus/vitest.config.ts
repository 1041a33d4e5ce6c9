import { defineConfig } from 'vitest/config';
import { root } from '../commands/root.ts';

/** Gates on real pages, which are not part of the project: they lie beside it, or the step is skipped. */
export default defineConfig({
  root,
  test: { include: ['test/corpus/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 900_000 },
});
