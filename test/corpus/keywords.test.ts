import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keywords } from '../../lib/keywords/keywords';
import { halfOf } from '../bench/keywords-halves';
import { root } from '../commands/root';
import { KEYWORD_FLOORS } from './floors';

type Gold = { id: string; lang: string; keywords: string[] };
type Scorer = {
  readJsonl: (file: string) => Gold[];
  scoreSet: (gold: Gold[], found: Map<string, string[]>, ks: number[]) => Record<string, number> & { missing: number };
};

const SHARED = join(root, '..', 'shared');
const TOP = 10;
const SEED = 'seed/cms';

type Extracted = { title: string; text: string; lang: string; keywords: string[]; siteName: string | null };

describe('the keywords of texts that editors gave keywords', () => {
  const out = mkdtempSync(join(tmpdir(), 'quietpage-keywords-'));
  const found = new Map<string, { gold: Gold[]; terms: Map<string, string[]> }>();
  let scorer: Scorer;
  beforeAll(async () => {
    scorer = (await import(pathToFileURL(join(SHARED, 'eval', 'keywords.mjs')).href)) as Scorer;
    for (const { set } of KEYWORD_FLOORS) {
      const gold = join(SHARED, 'keywords', `${set}.jsonl`);
      const file = join(out, `${set}.jsonl`);
      const command = [join(root, 'test/commands/run.mjs'), 'keywords', '--in', gold, '--out', file];
      execFileSync(process.execPath, [...command, '--top', String(TOP)], { stdio: ['ignore', 'ignore', 'pipe'] });
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      const read = lines.map((line) => JSON.parse(line) as { id: string; keywords: string[] });
      const terms = new Map(read.map(({ id, keywords }) => [id, keywords]));
      found.set(set, { gold: scorer.readJsonl(gold), terms });
    }
    const rows = KEYWORD_FLOORS.map(({ set, at }) => [
      set,
      `F1@${at}`,
      ...[null, 0, 1].map((half) => scoreOf(set, at, half).toFixed(3)),
    ]);
    const head = ['set', 'measure', 'all', 'half 0', 'half 1'];
    console.log([head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'));
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  function scoreOf(set: string, at: number, half: number | null = null): number {
    const { gold = [], terms = new Map<string, string[]>() } = found.get(set) ?? {};
    const some = half === null ? gold : gold.filter((one) => halfOf(one) === half);
    return scorer.scoreSet(some, terms, [at])[`F1@${at}`] ?? 0;
  }

  it.each(KEYWORD_FLOORS)('agree with the editors of $set: F1@$at of $least at least', ({ set, at, least }) => {
    const { gold = [], terms } = found.get(set) ?? {};
    expect(gold.length).toBeGreaterThan(10);
    expect(gold.filter(({ id }) => !terms?.get(id))).toEqual([]);
    expect(scoreOf(set, at)).toBeGreaterThanOrEqual(least);
  });

  it('are right on the seed page, as a reader gets them', () => {
    const file = join(out, 'seed.json');
    const command = [join(root, 'test/commands/run.mjs'), 'extract', '--corpus', join(SHARED, 'corpus')];
    execFileSync(process.execPath, [...command, '--only', SEED, '--out', file], { stdio: 'ignore' });
    const pages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Extracted>;
    const { title = '', text = '', lang = '', keywords: declared = [], siteName = null } = pages[SEED] ?? {};
    const terms = keywords({ title, text, lang, declared, source: siteName }).map(({ term }) => term);
    expect(terms.slice(0, 5)).toEqual(expect.arrayContaining(['接庄街道', '疫情防控']));
    expect(terms).not.toContain('他们');
    for (const part of terms) expect(terms.filter((whole) => whole !== part && whole.includes(part))).toEqual([]);
  });
});
