import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../commands/root';

type Verdict = { article: boolean; score: number; error?: string };

describe.each([
  ['corpus', 400],
  ['detect', 200],
])('the detection on the pages of %s', (folder, pages) => {
  const out = mkdtempSync(join(tmpdir(), 'quietpage-detect-'));
  const file = join(out, 'verdicts.json');
  let verdicts: Record<string, Verdict>;
  beforeAll(() => {
    const run = join(root, 'test/commands/run.mjs');
    const args = [run, 'detect', '--corpus', join(root, '..', 'shared', folder), '--out', file];
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e9 });
    verdicts = JSON.parse(readFileSync(file, 'utf8')) as typeof verdicts;
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('fails on none', () => {
    expect(Object.keys(verdicts).length).toBeGreaterThan(pages);
    expect(Object.entries(verdicts).filter(([, { error }]) => error)).toEqual([]);
  });

  it('gives a score from 0 to 1 that agrees with the verdict', () => {
    const odd = Object.entries(verdicts).filter(
      ([, { article, score }]) => score < 0 || score > 1 || article !== score >= 0.5,
    );
    expect(odd).toEqual([]);
  });
});
