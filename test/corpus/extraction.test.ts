import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../commands/root';

const SHARED = join(root, '..', 'shared');
const CORPUS = join(SHARED, 'corpus');

type Prediction = { text: string; title?: string; date?: string; siteName?: string; images?: string[]; error?: string };
type Gold = { text: string; title: string; date: string; siteName: string; images: string[]; keywords: string[] };
/** Of one set and extractor: pages, and mean F1 per page where the set has gold text. */
type Score = { n: number; pg?: number };

const readJson = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

describe('the extraction on real pages', () => {
  let folder: string;
  let predictions: Record<string, Prediction>;
  let scores: Record<string, { ours: Score; base: Score }>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quietpage-corpus-'));
    const ours = join(folder, 'ours.json');
    const summary = join(folder, 'summary.json');
    const node = (...args: string[]) =>
      execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e9 });
    node(join(root, 'test/commands/run.mjs'), 'extract', '--corpus', CORPUS, '--out', ours);
    const base = join(SHARED, 'eval', 'baseline-readability.json');
    const scorer = [join(SHARED, 'eval', 'score.mjs'), '--corpus', CORPUS, '--boot', '1', '--by', 'dataset,lang'];
    node(...scorer, '--pred', `ours=${ours}`, '--pred', `base=${base}`, '--json', summary);
    predictions = readJson(ours);
    scores = readJson<{ summary: typeof scores }>(summary).summary;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fails on no page', () => {
    expect(Object.keys(predictions).length).toBeGreaterThan(400);
    expect(Object.entries(predictions).filter(([, { error }]) => error)).toEqual([]);
  });

  it('is at least as good as Readability on every set', () => {
    // The gold of this set is Readability's own output: nothing can be better there.
    const measured = Object.entries(scores).filter(
      ([set, { base }]) => base.pg !== undefined && !set.startsWith('mozilla-read'),
    );
    expect(measured.length).toBeGreaterThan(5);
    const worse = measured.filter(([, { ours, base }]) => (ours.pg ?? 0) < (base.pg ?? 0) - 0.0005);
    expect(worse.map(([set, { ours, base }]) => `${set}: ${ours.pg} < ${base.pg}`)).toEqual([]);
  });

  it('is exact on the seed page', () => {
    const gold = readJson<Gold>(join(CORPUS, 'seed', 'cms', 'gold.json'));
    const { text, title, date, siteName, images } = gold;
    expect(predictions['seed/cms']).toMatchObject({ text, title, date, siteName, images, keywords: gold.keywords });
  });
});
