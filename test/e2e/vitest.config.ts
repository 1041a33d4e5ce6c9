import { defineConfig } from 'vitest/config';
import { root } from '../commands/root.ts';

/** Stories in real browsers: one after the other, since two browsers at once would only slow each other down. */
export default defineConfig({
  root,
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
