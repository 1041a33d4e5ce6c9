/** Keywords: how near to an editor's with `--sets DIR`, and how long they take in Chromium. */
import type { Bench } from './bench.ts';
import { measureTime } from './keywords-time.ts';

export const keywords: Bench = {
  usage: 'keywords [--sets DIR] [--json FILE]',
  options: ['sets'],
  async run({ sets }, results, say) {
    if (sets !== undefined) {
      // Brings jieba's dictionary with it, which is not needed for time.
      const { measureQuality } = await import('./keywords-quality.ts');
      await measureQuality(sets, results, say);
    }
    await measureTime(results, say);
  },
};
