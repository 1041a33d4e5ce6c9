import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { FLOORS, type Floor } from './floors.ts';

/** The measuring corpus lies beside the project, not in it: its pages belong to their publishers. */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const CORPUS = path.join(SHARED, 'corpus');
const SCORER = path.join(SHARED, 'eval/score.mjs');
const present = fs.existsSync(CORPUS) && fs.existsSync(SCORER);
if (!present) process.stdout.write('corpus gates skipped: ../shared/corpus and its scorer are not here\n');

type Gold = { id: string; dataset: string; lang: string };
type Scores = Record<string, number | undefined>;
type Scorer = { loadCorpus: (dir: string) => Gold[]; scorePage: (gold: Gold, prediction: unknown) => Scores };
type Result = Record<string, { error?: string }>;

const isIn = (floor: Floor, gold: Gold): boolean =>
  floor.datasets.includes(gold.dataset) && (!floor.langs || floor.langs(gold.lang));

function mean(values: (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

describe.skipIf(!present)('the measuring corpus', () => {
  let pages: { gold: Gold; scores: Scores }[] = [];
  let results: Result = {};

  beforeAll(async () => {
    const out = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'quietpage-')), 'predictions.json');
    const command = fileURLToPath(new URL('../commands/extract.ts', import.meta.url));
    execFileSync('npx', ['tsx', command, '--corpus', CORPUS, '--out', out], { stdio: ['ignore', 'ignore', 'ignore'] });
    results = JSON.parse(fs.readFileSync(out, 'utf8')) as Result;
    const { loadCorpus, scorePage } = (await import(pathToFileURL(SCORER).href)) as Scorer;
    pages = loadCorpus(CORPUS).map((gold) => ({ gold, scores: scorePage(gold, results[gold.id]) }));
  }, 900_000);

  it('is read without a crash or a page that hangs', () => {
    const failed = Object.entries(results).filter(([, result]) => result.error !== undefined);
    expect(failed.map(([id, { error }]) => `${id}: ${error}`)).toEqual([]);
    expect(Object.keys(results)).toHaveLength(pages.length);
  });

  for (const floor of FLOORS) {
    const bounds = [
      ...Object.entries(floor.atLeast).map(([name, value]) => ({ name, value, low: true })),
      ...Object.entries(floor.atMost ?? {}).map(([name, value]) => ({ name, value, low: false })),
    ];
    it.each(bounds)(`${floor.set}: $name holds $value`, ({ name, value, low }) => {
      const reached = mean(pages.filter(({ gold }) => isIn(floor, gold)).map(({ scores }) => scores[name]));
      if (low) expect(reached).toBeGreaterThanOrEqual(value);
      else expect(reached).toBeLessThanOrEqual(value);
    });
  }
});
