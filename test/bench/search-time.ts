/** Cold popups, key strokes, saves and heaps, the systems by turns. */
import type { Page } from 'playwright-core';
import type { Chromium } from '../commands/launch-chromium.ts';
import { bundle } from './bundle.ts';
import type { Peer } from './peer-build.ts';
import { quiet } from './quiet.ts';
import type { Results } from './results.ts';
import { rounds } from './rounds.ts';
import { BROAD, type QuerySet, typing } from './search-queries.ts';

const TIMES = 12;
/** Hits asked for, and waited for where the popup draws as many. */
const ROWS = 20;
const LIMIT_MS = 120_000;
const SAVES = 40;
const TYPING_ROUNDS = 3;
/** What reads everything at each query is asked less often. */
const SLOW = { system: 'scan', share: 12 } as const;
const SETTLE_MS = 300;
/** Key strokes that are named, to be looked into. */
const TOLD = 12;

export type System = 'quietpage' | Peer;
type Say = (line: string) => void;

/** Where a system's popup is. */
export type Place = { chromium: Chromium; popup: string };

type Places = Partial<Record<System, Place>>;

declare const searchHands: { save: (number: number) => Promise<number> };
declare const typingHands: (queries: readonly string[], limit: number) => Promise<[ms: number, total: number][]>;

/** `save`: what the index adds to a save. The first ones find code and stores cold. */
export async function timeWork(lever: Page, articles: number, results: Results): Promise<void> {
  for (let save = -4; save < SAVES; save += 1) {
    const ms = await lever.evaluate((number) => searchHands.save(number), articles + 10 + save);
    if (save >= 0) results.add('quietpage', 'save', 'ms', ms);
  }
}

/** `cold`: from the beginning of the navigation to twenty hits in the page; of `emptyPopup` to the search box. */
export async function timeCold(places: Places, { zh2, zh4, en1, en2 }: QuerySet, results: Results, say: Say) {
  const systems = [...(Object.keys(places) as System[]), 'emptyPopup' as const];
  const wanted = [zh2, en1, zh4, en2];
  const common = await findable(places, wanted);
  const rows = await rowsDrawn(places.quietpage, common);
  say(`cold: ${rows} rows for each of ${common.join(' · ')}`);
  let turn = -1;
  const before = async () => {
    turn += 1;
    say(`cold ${turn}: ${quiet()}`);
  };
  const query = () => common[Math.max(0, turn) % common.length] ?? '';
  const answers = await rounds(systems, { times: TIMES + 1, before }, async (system) => {
    if (system === 'emptyPopup') return (await openPopup(places.quietpage, { query: null, rows })).boxAt;
    const { hitsAt, firstAt } = await openPopup(places[system], { query: query(), rows });
    if (turn > 0) results.add(system, 'coldFirstRows', 'ms', firstAt);
    return hitsAt;
  });
  // The first finds the browser's caches of code cold.
  for (const system of systems) results.add(system, 'cold', 'ms', ...answers[system].slice(1));
}

/** Of each kind one query that finds at least as many articles as are waited for. */
async function findable(places: Places, kinds: readonly (readonly string[])[]): Promise<string[]> {
  const page = await openTyping(places.quietpage);
  const found: string[] = [];
  for (const queries of kinds) {
    const answers = await page.evaluate((queries) => typingHands(queries, 1), queries);
    const enough = queries.filter((_, i) => (answers[i]?.[1] ?? 0) >= ROWS * 2);
    found.push(...enough.slice(0, 1));
  }
  await page.close();
  if (found.length === 0) throw new Error('No query finds enough articles.');
  return found;
}

type Seen = { boxAt: number; firstAt: number; hitsAt: number; rows: number };

/**
 * Of twenty hits, the popup draws those in view and some more: how many depends on how high they are, which is another
 * height for every system's hits. So a little less than in ours, if it does not draw all of them.
 */
async function rowsDrawn(place: Place | undefined, queries: readonly string[]): Promise<number> {
  const drawn: number[] = [];
  for (const query of queries) drawn.push((await openPopup(place, { query, rows: 1, rest: SETTLE_MS * 3 })).rows);
  const least = Math.min(...drawn);
  return least >= ROWS ? ROWS : least - 2;
}

type Opening = { query: string | null; rows: number; rest?: number };

async function openPopup(place: Place | undefined, { query, rows, rest = 0 }: Opening): Promise<Seen> {
  if (!place) throw new Error('There is no such popup.');
  const { chromium, popup } = place;
  const page = await chromium.context.newPage();
  await page.bringToFront();
  await page.addInitScript(typeAndWatch, { query, rows });
  // What the popup before this one held, SQLite's files above all, is let go of by now.
  await page.waitForTimeout(SETTLE_MS);
  await page.goto(`chrome-extension://${chromium.extensionId}/${popup}`);
  const end = query === null ? 'boxAt' : 'hitsAt';
  await page
    .waitForFunction((end) => document.documentElement.dataset[end], end, { timeout: LIMIT_MS })
    .catch(() => {
      throw new Error(`${popup} did not show ${rows} articles for ${query}.`);
    });
  await page.waitForTimeout(rest);
  const seen = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  await page.close();
  const [boxAt = 0, firstAt = 0, hitsAt = 0, drawn = 0] = ['boxAt', 'firstAt', 'hitsAt', 'rows'].map((name) =>
    Number(seen[name]),
  );
  return { boxAt, firstAt, hitsAt, rows: drawn };
}

/** Runs in the page, or in one that sees the page: types as soon as there is a box, and notes when box, first hits and all hits are in the page. */
export function typeAndWatch({ query, rows }: { query: string | null; rows: number }, view: Window = window): void {
  const { document, performance } = view;
  const observer = new MutationObserver(() => {
    const { dataset } = document.documentElement;
    const box = document.querySelector<HTMLInputElement>('input[type=search]');
    if (box && dataset['boxAt'] === undefined) {
      dataset['boxAt'] = String(performance.now());
      if (query === null) return;
      box.value = query;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // Rows of a list have no snippet.
    const hits = document.querySelectorAll('li.article-row .article-row-snippet').length;
    if (hits > 0) dataset['firstAt'] ??= String(performance.now());
    if (query !== null) dataset['rows'] = String(hits);
    if (hits >= rows) dataset['hitsAt'] ??= String(performance.now());
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function openTyping(place: Place | undefined): Promise<Page> {
  if (!place) throw new Error('There is no such popup.');
  const { chromium, popup } = place;
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/${popup}`);
  await page.evaluate(await bundle('./in-page/typing-hands.ts'));
  return page;
}

/** `keystroke`, `keystrokeBroad`: from the call to the hits with their snippets; `heap`: what the popup then holds. */
export async function timeTyping(
  places: Places,
  { queries, articles }: { queries: QuerySet; articles: number },
  results: Results,
  say: Say,
): Promise<void> {
  const systems = Object.keys(places) as System[];
  const strokes = Object.values(queries).flat().flatMap(typing);
  const pages: Partial<Record<System, Page>> = {};
  const slow: { ms: number; typed: string }[] = [];
  for (const system of systems) {
    pages[system] = await openTyping(places[system]);
    await ask(pages[system], [queries.zh2[0] ?? '', queries.en1[0] ?? '']);
  }
  for (let turn = 0; turn < TYPING_ROUNDS; turn += 1) {
    say(`typing ${turn}: ${quiet()}`);
    for (const [metric, all] of [
      ['keystroke', strokes],
      ['keystrokeBroad', BROAD],
    ] as const) {
      const step = metric === 'keystroke' ? SLOW.share : 1;
      for (let from = 0; from < all.length; from += SLOW.share)
        for (const system of turn % 2 ? systems.toReversed() : systems) {
          const some = all.slice(from, from + SLOW.share);
          const asked = system === SLOW.system && articles > 1000 ? some.filter((_, i) => i % step === 0) : some;
          const times = await ask(pages[system], asked);
          results.add(system, metric, 'ms', ...times);
          if (system === 'quietpage') for (const [i, ms] of times.entries()) slow.push({ ms, typed: asked[i] ?? '' });
        }
    }
  }
  const slowest = slow.toSorted((a, b) => b.ms - a.ms).slice(0, TOLD);
  say(`slowest of quietpage: ${slowest.map(({ typed, ms }) => `${typed} ${ms.toFixed(0)} ms`).join(', ')}`);
  for (const system of systems) {
    const page = pages[system];
    if (!page) continue;
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    // SQLite's own memory is its worker's and not in it.
    results.add(system, 'heap', 'bytes', usedSize);
    await page.close();
  }
}

async function ask(page: Page | undefined, queries: readonly string[]): Promise<number[]> {
  if (!page) throw new Error('There is no such popup.');
  await page.bringToFront();
  const answers = await page.evaluate(([queries, limit]) => typingHands(queries, limit), [queries, ROWS] as const);
  return answers.map(([ms]) => ms);
}
