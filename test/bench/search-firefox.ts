/** Ours in Firefox: there is no peer beside it, the numbers are its own. */
import { ensureBuilt } from '../commands/build.ts';
import { type Firefox, startFirefox, type Tab } from '../e2e/firefox.ts';
import { bundle } from './bundle.ts';
import type { Results } from './results.ts';
import { BROAD, type QuerySet, searchQueries, typing } from './search-queries.ts';
import { typeAndWatch } from './search-time.ts';

type Say = (line: string) => void;

const SYSTEM = 'quietpage';
const CHUNK = 500;
const TIMES = 12;
const ROWS = 20;
const SETTLE_MS = 300;

export async function searchInFirefox(articles: number, results: Results, say: Say): Promise<void> {
  const firefox = await startFirefox(ensureBuilt('firefox'));
  try {
    const lever = await openTab(firefox, '/welcome.html');
    await run(lever, await bundle('./in-page/search-hands.ts'));
    await fill(lever, articles, results, say);
    const queries = searchQueries(articles, 8);
    const typingTab = await openTab(firefox, '/popup.html');
    await run(typingTab, await bundle('./in-page/typing-hands.ts'));
    await timeTyping(typingTab, queries, results);
    const common = await findable(typingTab, queries);
    await typingTab.close();
    await timeCold(lever, common, results, say);
  } finally {
    await firefox.close();
  }
}

async function openTab(firefox: Firefox, path: string): Promise<Tab> {
  const tab = await firefox.newTab();
  await tab.goto(firefox.ownPage(path));
  return tab;
}

const run = (tab: Tab, code: string): Promise<unknown> => tab.evaluate(`(() => { ${code}; return 0; })()`);

async function fill(lever: Tab, articles: number, results: Results, say: Say): Promise<void> {
  await lever.evaluate('searchHands.begin()');
  let ms = 0;
  for (let from = 0; from < articles; from += CHUNK) {
    ms += await lever.evaluate<number>(`searchHands.restore(${from}, ${Math.min(from + CHUNK, articles)})`);
    if ((from / CHUNK) % 10 === 9)
      say(`${from + CHUNK} articles, ${(((from + CHUNK) / ms) * 1000).toFixed(0)} a second`);
  }
  results.add(SYSTEM, 'importRate', '/s', (articles / ms) * 1000);
}

const ask = (tab: Tab, queries: readonly string[], limit: number): Promise<[ms: number, total: number][]> =>
  tab.evaluate(`typingHands(${JSON.stringify(queries)}, ${limit})`);

async function timeTyping(tab: Tab, queries: QuerySet, results: Results): Promise<void> {
  const strokes = Object.values(queries).flat().flatMap(typing);
  await ask(tab, strokes.slice(0, 5), ROWS);
  for (const [metric, all] of [
    ['keystroke', strokes],
    ['keystrokeBroad', [...BROAD, ...BROAD, ...BROAD]],
  ] as const)
    for (const [ms] of await ask(tab, all, ROWS)) results.add(SYSTEM, metric, 'ms', ms);
}

async function findable(tab: Tab, { zh2, en1, zh4, en2 }: QuerySet): Promise<string[]> {
  const found: string[] = [];
  for (const queries of [zh2, en1, zh4, en2]) {
    const answers = await ask(tab, queries, 1);
    found.push(...queries.filter((_, i) => (answers[i]?.[1] ?? 0) >= ROWS * 2).slice(0, 1));
  }
  return found;
}

async function timeCold(lever: Tab, queries: readonly string[], results: Results, say: Say): Promise<void> {
  let rows = 1;
  for (let turn = -2; turn < TIMES; turn += 1) {
    const query = queries[Math.max(0, turn) % queries.length] ?? '';
    const empty = await openPopup(lever, { query: null, rows });
    const { hitsAt, firstAt, rows: drawn } = await openPopup(lever, { query, rows });
    // Other hits are higher: as in Chromium, a little less than is drawn.
    if (turn < 0) rows = Number(drawn) >= ROWS ? ROWS : Number(drawn) - 2;
    if (turn < 0) continue;
    results.add('emptyPopup', 'cold', 'ms', Number(empty['boxAt']));
    results.add(SYSTEM, 'coldFirstRows', 'ms', Number(firstAt));
    results.add(SYSTEM, 'cold', 'ms', Number(hitsAt));
  }
  say(`cold: ${rows} rows for each of ${queries.join(' · ')}`);
}

type Opening = { query: string | null; rows: number };

/** Firefox runs no script of ours at the beginning of an extension's page: another page of the extension looks on. */
async function openPopup(lever: Tab, opening: Opening): Promise<Record<string, string>> {
  const end = opening.query === null ? 'boxAt' : 'hitsAt';
  return lever.evaluate(
    `(${watchPopup.toString()})(${typeAndWatch.toString()}, ${JSON.stringify({ ...opening, end, rest: SETTLE_MS })})`,
  );
}

declare const browser: {
  tabs: { create: (tab: { url: string }) => Promise<{ id: number }>; remove: (id: number) => Promise<void> };
  extension: { getViews: () => Window[] };
};

/** Runs in a page of ours. Until the popup is there it waits by messages: the clock of a tab that is not in front is slow. */
async function watchPopup(
  watch: typeof typeAndWatch,
  { end, rest, ...opening }: Opening & { end: string; rest: number },
): Promise<DOMStringMap> {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  const opened = browser.tabs.create({ url: '/popup.html' });
  let view: Window | undefined;
  while (!view) {
    const heard = new Promise((resolve) => port1.addEventListener('message', resolve, { once: true }));
    port2.postMessage(null);
    await heard;
    view = browser.extension.getViews().find(({ location }) => location.pathname === '/popup.html');
  }
  watch(opening, view);
  const { dataset } = view.document.documentElement;
  // What comes after the last row counts, too.
  for (let left = 1000; left > 0 && !dataset[end]; left -= 1)
    await new Promise((resolve) => view.setTimeout(resolve, 20));
  await new Promise((resolve) => view.setTimeout(resolve, rest));
  const seen = { ...dataset };
  await browser.tabs.remove((await opened).id);
  return seen;
}
