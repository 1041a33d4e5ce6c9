import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [WxtVitest()],
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/rules/**/*.test.ts'],
    setupFiles: ['fake-indexeddb/auto'],
    // Stops what hangs. What merely takes long, beside others on two cores, is no failure.
    testTimeout: 60_000,
    mockReset: true,
    restoreMocks: true,
  },
});
