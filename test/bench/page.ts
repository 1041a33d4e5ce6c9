/**
 * What the detector costs the pages that people open: its thread time beside Readability's quick test, and the load of
 * pages with and without it. Every load is in a process of its own, as a page's first one is: the code is never warm.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chromium } from '../commands/launch-chromium.ts';
import type { Bench } from './bench.ts';
import { bootstrap, type Interval, median } from './bootstrap.ts';
import { type MadePage, madePage } from './made-page.ts';
import { launchSystem, type PageSystem, weighScripts } from './page-systems.ts';
import { type Load, tracedLoad } from './page-trace.ts';
import { quiet } from './quiet.ts';
import type { Results } from './results.ts';
import { rounds } from './rounds.ts';

const SIZES = [30e3, 300e3, 4e6];
const LOAD_SIZES = [60e3, 100e3, 200e3, 300e3, 500e3];
const LANGUAGES = ['zh', 'en'] as const;
const KINDS = ['article', 'front'] as const;
/** Rounds that are counted; one before them finds the browser's caches cold. */
const TIMES = 9;
const JUDGES = ['quietpage', 'isProbablyReaderable', 'isProbablyReaderable, told'] as const;
const LOADERS = ['nothing', 'quietpage', 'nothing again'] as const;
/** After a page that is no article we look for late content for six seconds. */
const LATE_MS = 7000;
const READY_TRIES = 10;

type NamedPage = MadePage & { label: string; path: string };
type Parts = {
  load: (system: PageSystem, page: NamedPage, rest?: number) => Promise<Load>;
  results: Results;
  say: (line: string) => void;
};

export const page: Bench = {
  usage: 'page [--json FILE]',
  options: [],
  async run(_, results, say) {
    await weighScripts(results);
    const pages = SIZES.flatMap((bytes, seed) =>
      LANGUAGES.flatMap((language) => KINDS.map((kind) => named(madePage(language, bytes, seed + 1, kind), kind))),
    );
    const loads = LOAD_SIZES.flatMap((bytes, seed) =>
      LANGUAGES.map((language) => named(madePage(language, bytes, seed + 10), 'load')),
    );
    const folder = mkdtempSync(join(tmpdir(), 'quietpage-bench-'));
    const server = await serve([...pages, ...loads]);
    const open = new Map<PageSystem, Chromium>();
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const load: Parts['load'] = async (system, { path }, rest) => {
      const chromium = open.get(system) ?? (await launchSystem(system, folder));
      open.set(system, chromium);
      return tracedLoad(chromium, origin + path, rest);
    };
    try {
      const parts = { load, results, say };
      for (const one of pages) await timeLooks(parts, one);
      await timeLoads(parts, loads);
    } finally {
      for (const chromium of open.values()) await chromium.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const named = (made: MadePage, kind: string): NamedPage => {
  const label = `${made.language} ${kind} ${made.name}`;
  return { ...made, label, path: `${new URL(made.url).pathname}?${label.replaceAll(' ', '-')}` };
};

async function serve(pages: readonly NamedPage[]): Promise<Server> {
  const server = createServer((request, response) => {
    const found = pages.find(({ path }) => path === request.url);
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The extension may register its script only once its worker has started. */
async function untilReady({ load }: Parts, system: PageSystem, one: NamedPage): Promise<void> {
  for (let turn = 0; turn < READY_TRIES; turn += 1) if (!Number.isNaN((await load(system, one)).cpu)) return;
  throw new Error(`The content script of ${system} does not run.`);
}

async function timeLooks(parts: Parts, one: NamedPage): Promise<void> {
  const { load, results, say } = parts;
  for (const judge of JUDGES) await untilReady(parts, judge, one);
  const cpu = await rounds(JUDGES, { times: TIMES }, async (judge) => {
    const { cpu, longest, forced } = await load(judge, one);
    results.add(judge, 'longest', 'ms', longest);
    results.add(judge, 'forced', 'count', forced);
    return cpu;
  });
  for (const judge of JUDGES) results.add(judge, one.label, 'ms', ...cpu[judge]);
  const ratios = JUDGES.slice(1).map((peer) => {
    const rows = cpu.quietpage.map((ours, turn) => [ours, cpu[peer][turn] ?? Number.NaN] as const);
    const ratio = bootstrap(rows, (rows) => median(rows.map(([ours]) => ours)) / median(rows.map(([, its]) => its)));
    addInterval(results, peer, `${one.label}, ours ÷`, 'x', ratio);
    return `${ratio.middle.toFixed(2)} × ${peer} (${ratio.from.toFixed(2)} to ${ratio.to.toFixed(2)})`;
  });
  const late = await load('quietpage', one, LATE_MS);
  results.add('quietpage', `${one.label}, later`, 'ms', late.later);
  say(
    `${one.label}: ${median(cpu.quietpage).toFixed(2)} ms, ${ratios.join(', ')}; later ${late.later.toFixed(2)} ms; ${quiet()}`,
  );
}

function addInterval(results: Results, system: string, metric: string, unit: 'x' | 'ms', interval: Interval): void {
  results.add(system, metric, unit, interval.middle);
  results.add(system, `${metric}, from`, unit, interval.from);
  results.add(system, `${metric}, to`, unit, interval.to);
}

/** Each load less the control's load of the same page in the same round; the second control shows how much of it is noise. */
async function timeLoads({ load, results, say }: Parts, pages: readonly NamedPage[]): Promise<void> {
  const loads: Record<(typeof LOADERS)[number], Load[]> = { nothing: [], quietpage: [], 'nothing again': [] };
  for (const [turn, one] of pages.entries())
    await rounds(LOADERS, { times: TIMES + 1, first: turn }, async (system) => {
      const measured = await load(system, one);
      loads[system].push(measured);
      return measured.loaded;
    });
  for (const system of LOADERS) {
    const counted = loads[system].filter((_, index) => index % (TIMES + 1) > 0);
    results.add(system, 'layouts', 'count', ...counted.map(({ layouts }) => layouts));
    results.add(system, 'styles', 'count', ...counted.map(({ styles }) => styles));
    if (system === 'nothing') continue;
    for (const time of ['loaded', 'painted'] as const) {
      const differences = loads[system].flatMap((own, index) =>
        index % (TIMES + 1) > 0 ? own[time] - (loads.nothing[index]?.[time] ?? Number.NaN) : [],
      );
      const difference = bootstrap(differences, median);
      const { from, middle, to } = difference;
      addInterval(results, system, `${time}, more`, 'ms', difference);
      say(
        `${time}, ${system} less nothing: ${middle.toFixed(1)} ms (${from.toFixed(1)} to ${to.toFixed(1)}); ${quiet()}`,
      );
    }
  }
}
