/**
 * The reader's speed: extraction beside Readability and Defuddle, its growth with the page, and the time from a click to
 * the painted clean view. Pages are made from a seed, or are those of `--corpus DIR`.
 */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../commands/browser.ts';
import { corpusCases, pageMarkup } from '../commands/extract-corpus.ts';
import type { Bench } from './bench.ts';
import { type MadePage, madePage } from './made-page.ts';
import { type PageTimings, SYSTEMS, type Turns, sideEffects, systemScripts, timeExtraction } from './reader-extract.ts';
import { timeClicks } from './reader-click.ts';
import type { Results } from './results.ts';

const SIZES = [30e3, 100e3, 500e3, 1e6];
const LARGE_SIZES = [3e6, 10e6];
const LANGUAGES = ['zh', 'en'] as const;
/** How often each page is read, without and with counting. The largest take seconds each. */
const MADE = { warmUp: 6, times: 12 };
const LARGE = { warmUp: 1, times: 4 };
const CORPUS = { warmUp: 3, times: 4 };
const CLICK_SIZE = 500e3;

type Parts = { browser: Browser; scripts: string[]; results: Results; say: (line: string) => void };

export const reader: Bench = {
  usage: 'reader [--corpus DIR [--only ids]] [--json FILE]',
  options: ['corpus', 'only'],
  async run({ corpus, only }, results, say) {
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: ['--no-sandbox', '--js-flags=--expose-gc'],
    });
    try {
      const parts = { browser, scripts: await systemScripts(), results, say };
      if (corpus) await benchCorpus(parts, corpus, only);
      else await benchMade(parts);
    } finally {
      await browser.close();
    }
    if (!corpus)
      await timeClicks(
        LANGUAGES.map((language) => madePage(language, CLICK_SIZE, 7)),
        results,
        say,
      );
  },
};

async function benchMade(parts: Parts): Promise<void> {
  const { results } = parts;
  const pages = SIZES.flatMap((bytes, index) => LANGUAGES.map((language) => madePage(language, bytes, index + 1)));
  const timings = await timeAll(parts, pages, MADE);
  addSums(results, 'extract', timings);
  for (const { name } of pages.filter(({ language }) => language === 'zh')) {
    addSums(
      results,
      `extract${name}`,
      timings.filter((_, index) => pages[index]?.name === name),
    );
  }
  const large = LARGE_SIZES.flatMap((bytes, index) =>
    LANGUAGES.map((language) => madePage(language, bytes, index + 9)),
  );
  const largeTimings = await timeAll(parts, large, LARGE);
  addGrowth(results, [...pages, ...large], [...timings, ...largeTimings]);
  await addSideEffects(parts, pages);
}

async function benchCorpus(parts: Parts, corpus: string, only: string | undefined): Promise<void> {
  const cases = corpusCases(corpus, only === undefined ? null : new Set(only.split(',')));
  const pages = cases.map(({ id, url, file }) => ({ name: id, url, html: pageMarkup(file) }));
  const timings = await timeAll(parts, pages, CORPUS);
  addSums(parts.results, 'extract', timings);
}

async function timeAll(
  { browser, scripts, say }: Parts,
  pages: readonly { name: string; url: string; html: string }[],
  turns: Turns,
): Promise<PageTimings[]> {
  const all: PageTimings[] = [];
  for (const [turn, page] of pages.entries()) {
    const timings = await timeExtraction(browser, page, { scripts, turn, ...turns });
    const best = SYSTEMS.map((system) => `${system} ${Math.min(...timings[system].warm).toFixed(1)}`);
    say(`[${turn + 1}/${pages.length}] ${page.url} ${page.name}: ${best.join(', ')} ms`);
    all.push(timings);
  }
  return all;
}

/** The sum over pages of each turn; and of the first calls, which are cold. */
function addSums(results: Results, metric: string, timings: readonly PageTimings[]): void {
  for (const system of SYSTEMS) {
    const turns = timings[0]?.[system].warm.length ?? 0;
    const sums = Array.from({ length: turns }, (_, turn) =>
      timings.reduce((sum, page) => sum + (page[system].warm[turn] ?? 0), 0),
    );
    results.add(system, metric, 'ms', ...sums);
    results.add(
      system,
      `${metric}Cold`,
      'ms',
      timings.reduce((sum, page) => sum + page[system].first, 0),
    );
  }
}

/** Milliseconds per megabyte at 1, 3 and 10 MB, and how much dearer a megabyte is at 10 than at 1: 1 when linear. */
function addGrowth(results: Results, pages: readonly MadePage[], timings: readonly PageTimings[]): void {
  for (const system of SYSTEMS) {
    const perMegabyte = (name: string) =>
      pages.flatMap((page, index) =>
        page.name === name ? (timings[index]?.[system].warm ?? []).map((ms) => (ms / page.bytes) * 1e6) : [],
      );
    for (const name of ['1MB', '3MB', '10MB']) results.add(system, `linear${name}`, 'ms/MB', ...perMegabyte(name));
    const least = (name: string) => Math.min(...perMegabyte(name));
    results.add(system, 'linear', 'x', least('10MB') / least('1MB'));
  }
}

async function addSideEffects({ browser, scripts, results }: Parts, pages: readonly MadePage[]): Promise<void> {
  for (const page of pages.slice(-2)) {
    for (const system of SYSTEMS) {
      const { clones, layouts, styles } = await sideEffects(browser, page, { scripts, system });
      results.add(system, 'documentClones', 'count', clones);
      results.add(system, 'forcedLayouts', 'count', layouts);
      results.add(system, 'forcedStyles', 'count', styles);
    }
  }
}
