/** How long the extraction takes beside its peers: same page, same isolated world, in turns. */
import type { Browser } from 'playwright-core';
import { slimReadability } from '../../wxt.config.ts';
import { bundle } from './bundle.ts';
import { rounds } from './rounds.ts';
import { type StillPage, stillPage } from './still-page.ts';

export const SYSTEMS = ['quietpage', 'readability', 'defuddle'] as const;
export type System = (typeof SYSTEMS)[number];

export type Timing = {
  /** The first call in a fresh world, as after a click. */
  first: number;
  /** Later calls, in ms; those between, while the browser still translates our code, count for nobody. */
  warm: number[];
};
/** How many turns count for nobody, and how many are counted. */
export type Turns = { warmUp: number; times: number };
export type PageTimings = Record<System, Timing>;

/** Our bundle is the shipped one: Readability without the steps that are never called. */
export async function systemScripts(): Promise<string[]> {
  return Promise.all([
    bundle('./in-page/quietpage.ts', [slimReadability()]),
    bundle('./in-page/readability.ts'),
    bundle('./in-page/defuddle.ts'),
  ]);
}

/**
 * Nobody pays for another's rubbish: the young part of the heap is swept before each call, all of it before each turn. Not
 * all of it before each call, since V8 throws away the code of functions and patterns that a few full sweeps found idle.
 */
const timed = (system: System): string =>
  `(() => { gc({ type: 'minor' }); const start = performance.now(); ${system}(document); return performance.now() - start; })()`;

export async function timeExtraction(
  browser: Browser,
  page: { url: string; html: string },
  { scripts, times, warmUp, turn }: Turns & { scripts: readonly string[]; turn: number },
): Promise<PageTimings> {
  const still = await stillPage(browser, page, scripts);
  try {
    const ask = (system: System) => still.evaluate<number>(timed(system));
    const first = await rounds(SYSTEMS, { times: 1, first: turn }, ask);
    const before = () => still.evaluate('gc()');
    await rounds(SYSTEMS, { times: warmUp, first: turn, before }, ask);
    const warm = await rounds(SYSTEMS, { times, first: turn, before }, ask);
    const timing = (system: System) => [system, { first: first[system][0] ?? 0, warm: warm[system] }];
    return Object.fromEntries(SYSTEMS.map(timing)) as PageTimings;
  } finally {
    await still.close();
  }
}

export type Side = { clones: number; layouts: number; styles: number };

const COUNT_CLONES = `(() => {
  const { cloneNode } = Node.prototype;
  globalThis.documentClones = 0;
  Node.prototype.cloneNode = function (deep) {
    if (this === document && deep) globalThis.documentClones += 1;
    return cloneNode.call(this, deep);
  };
})()`;

/** What a system makes the page do: clones of the whole document, and layouts and style recalculations forced meanwhile. */
export async function sideEffects(
  browser: Browser,
  page: { url: string; html: string },
  { scripts, system }: { scripts: readonly string[]; system: System },
): Promise<Side> {
  const still = await stillPage(browser, page, scripts);
  try {
    await still.session.send('Performance.enable');
    await still.evaluate(COUNT_CLONES);
    const before = await counters(still);
    await still.evaluate(`${system}(document); 0`);
    const after = await counters(still);
    const clones = await still.evaluate<number>('documentClones');
    return { clones, layouts: after.layouts - before.layouts, styles: after.styles - before.styles };
  } finally {
    await still.close();
  }
}

async function counters({ session }: StillPage): Promise<{ layouts: number; styles: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { layouts: of('LayoutCount'), styles: of('RecalcStyleCount') };
}
