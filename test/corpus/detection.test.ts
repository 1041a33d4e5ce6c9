import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgedPages, type Judged } from '../commands/detect-results';
import { halves, quality, scoreTables } from '../commands/detect-score';
import { root } from '../commands/root';

type Verdict = { article: boolean; score: number; error?: string };

const CORPORA = ['corpus', 'detect'].map((folder) => join(root, '..', 'shared', folder));
const CHINESE = new Set(['gne', 'magic-html', 'zh-misc', 'zh-more']);

const ours = ({ verdict }: Judged) => verdict.article;
const share = (pages: Judged[]) => pages.filter(ours).length / pages.length;

describe('the detection on real pages', () => {
  const out = mkdtempSync(join(tmpdir(), 'quietpage-detect-'));
  const file = join(out, 'verdicts.json');
  let verdicts: Record<string, Verdict>;
  let pages: Judged[];
  beforeAll(() => {
    const run = join(root, 'test/commands/run.mjs');
    const folders = CORPORA.flatMap((corpus) => ['--corpus', corpus]);
    execFileSync(process.execPath, [run, 'detect', ...folders, '--measure', '--out', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1e9,
    });
    verdicts = JSON.parse(readFileSync(file, 'utf8')) as typeof verdicts;
    pages = judgedPages(CORPORA, verdicts);
    console.log(scoreTables(pages));
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  const inGroup = (name: string) => pages.filter(({ group }) => group === name);

  it('fails on none', () => {
    expect(Object.keys(verdicts).length).toBeGreaterThan(600);
    expect(Object.entries(verdicts).filter(([, { error }]) => error)).toEqual([]);
  });

  it('gives a score from 0 to 1 that agrees with the verdict', () => {
    const odd = Object.entries(verdicts).filter(
      ([, { article, score }]) => score < 0 || score > 1 || article !== score >= 0.5,
    );
    expect(odd).toEqual([]);
  });

  it('finds the Chinese articles', () => {
    const articles = inGroup('article zh').filter(({ dataset }) => CHINESE.has(dataset));
    expect(articles).toHaveLength(72);
    expect(articles.filter(ours).length).toBeGreaterThanOrEqual(70);
  });

  it('finds the articles in other languages', () => {
    const articles = inGroup('article other');
    expect(articles.length).toBeGreaterThanOrEqual(140);
    expect(share(articles)).toBeGreaterThanOrEqual(0.95);
  });

  it('finds the seed page', () => {
    expect(pages.filter(({ dataset }) => dataset === 'seed').map(ours)).toEqual([true]);
  });

  it('takes few threads, questions and answers', () => {
    expect(inGroup('forum').length).toBeGreaterThanOrEqual(66);
    expect(share(inGroup('forum'))).toBeLessThanOrEqual(0.2);
  });

  it('takes fewer of all other pages', () => {
    expect(inGroup('other').length).toBeGreaterThanOrEqual(175);
    expect(share(inGroup('other'))).toBeLessThanOrEqual(0.08);
  });

  it('is better than the test of Firefox, with its own and with lower thresholds, on both halves of the sites', () => {
    for (const part of [pages, ...halves(pages)]) {
      const { precision, f1 } = quality(part, ours);
      for (const other of [({ readerable }: Judged) => readerable, ({ readerableLow }: Judged) => readerableLow]) {
        expect(precision).toBeGreaterThan(quality(part, other).precision);
        expect(f1).toBeGreaterThan(quality(part, other).f1);
      }
    }
  });

  it('keeps what it promises on the half of the sites that no rule is looked for on', () => {
    const [, unseen = []] = halves(pages);
    const part = (group: string) => share(unseen.filter((page) => page.group === group));
    expect(part('article zh')).toBeGreaterThanOrEqual(70 / 72);
    expect(part('article other')).toBeGreaterThanOrEqual(0.95);
    expect(part('forum')).toBeLessThanOrEqual(0.2);
    expect(part('other')).toBeLessThanOrEqual(0.08);
  });
});
