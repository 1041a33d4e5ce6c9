import { describe, expect, it } from 'vitest';
import { madePage } from '../../bench/made-page';

describe('a made page', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(madePage('zh', 50_000, 1).html).toBe(madePage('zh', 50_000, 1).html);
    expect(madePage('zh', 50_000, 1).html).not.toBe(madePage('zh', 50_000, 2).html);
  });

  it.each([
    { language: 'zh', bytes: 30_000 },
    { language: 'en', bytes: 30_000 },
    { language: 'zh', bytes: 500_000 },
    { language: 'en', bytes: 3_000_000 },
  ] as const)('has the size asked for: $language, $bytes bytes', ({ language, bytes }) => {
    const page = madePage(language, bytes, 1);
    expect(Math.abs(page.bytes / bytes - 1)).toBeLessThan(0.25);
  });

  it('has as many elements for its bytes as news pages have', () => {
    const { html, bytes } = madePage('en', 500_000, 1);
    const elements = html.match(/<[a-z]/g)?.length ?? 0;
    expect((elements / bytes) * 1000).toBeGreaterThan(4);
    expect((elements / bytes) * 1000).toBeLessThan(10);
  });
});
