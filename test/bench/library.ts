/** The library's speed and growth, in the built extension: `--articles` made from a seed, with what a reader does to them. */
import type { Page } from 'playwright-core';
import { ensureBuilt } from '../commands/build.ts';
import { type Chromium, launchChromium } from '../commands/launch-chromium.ts';
import type { Bench } from './bench.ts';
import { bundle } from './bundle.ts';
import { keywordName } from './made-article.ts';
import type { Results } from './results.ts';

const TIMES = 12;
const SAVES = 30;
const CHUNK = 500;
const ROW_LIMIT_MS = 30_000;
const SYSTEM = 'quietpage';

type Hands = {
  fill: (from: number, to: number) => Promise<void>;
  live: () => Promise<void>;
  save: (number: number) => Promise<number>;
  bulk: (count: number) => Promise<[number, number]>;
  usage: () => Promise<number>;
};
declare const libraryHands: Hands;

export const library: Bench = {
  usage: 'library [--articles 1000] [--json FILE]',
  options: ['articles'],
  async run({ articles: given = '1000' }, results, say) {
    const articles = Number(given);
    const code = await bundle('./in-page/library-hands.ts');
    const viewport = { width: 1200, height: 800 };
    const chromium = await launchChromium({ extension: ensureBuilt('chrome'), headless: true, viewport });
    try {
      // A file that runs no code: its page holds the hands.
      const lever = await openPage(chromium, 'icon/16.png');
      await lever.evaluate(code);
      await fill(lever, articles, results, say);
      await timeSaves(chromium, code, articles, results);
      await timePages(chromium, results, say);
      await timeScroll(chromium, results);
      await timeBulk(lever, articles, results);
      await weighPopup(chromium, results);
    } finally {
      await chromium.close();
    }
  },
};

async function openPage({ context, extensionId }: Chromium, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return page;
}

async function fill(lever: Page, articles: number, results: Results, say: (line: string) => void): Promise<void> {
  const before = await lever.evaluate(() => libraryHands.usage());
  const started = Date.now();
  for (let from = 0; from < articles; from += CHUNK) {
    await lever.evaluate(([from, to]) => libraryHands.fill(from, to), [
      from,
      Math.min(from + CHUNK, articles),
    ] as const);
    if ((from / CHUNK) % 20 === 19) say(`${from + CHUNK} articles, ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  await lever.evaluate(() => libraryHands.live());
  const after = await lever.evaluate(() => libraryHands.usage());
  results.add(SYSTEM, 'diskPerArticle', 'bytes', (after - before) / articles);
}

/** In the extension's own worker, where saves happen. The first finds code and database cold. */
async function timeSaves(chromium: Chromium, code: string, articles: number, results: Results): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(code);
  for (let save = 0; save <= SAVES; save += 1) {
    const ms = await worker.evaluate((number) => libraryHands.save(number), articles + save);
    if (save > 0) results.add(SYSTEM, 'save', 'ms', ms);
  }
}

/** From the beginning of the navigation to the first row in the page, and from a change of place or keyword to another first row. */
async function timePages(chromium: Chromium, results: Results, say: (line: string) => void): Promise<void> {
  for (let turn = 0; turn <= TIMES; turn += 1) {
    const page = await chromium.context.newPage();
    // One that is not in front draws once a second.
    await page.bringToFront();
    await page.addInitScript(noticeRow);
    await page.goto(`chrome-extension://${chromium.extensionId}/library.html`);
    const firstRow = await rowShown(page);
    const filters: number[] = [];
    // No article is in the trash and outside of it: the first row is another one each time.
    const keywords = [0, 1].map((subject) => `#/keyword/${encodeURIComponent(keywordName(subject))}`);
    for (const hash of keywords.flatMap((keyword) => ['#/trash', keyword])) {
      await page.evaluate((hash) => {
        delete document.documentElement.dataset['rowAt'];
        const first = document.querySelector<HTMLElement>('li.article-row')?.dataset['id'];
        document.documentElement.dataset['rowBefore'] = first ?? '';
        document.documentElement.dataset['askedAt'] = String(performance.now());
        location.hash = hash;
      }, hash);
      const shown = await rowShown(page);
      filters.push(shown - Number(await page.evaluate(() => document.documentElement.dataset['askedAt'])));
    }
    await page.close();
    if (turn === 0) {
      say(`cold: first row ${firstRow.toFixed(0)} ms`);
      continue;
    }
    results.add(SYSTEM, 'firstRow', 'ms', firstRow);
    results.add(SYSTEM, 'filter', 'ms', ...filters);
  }
}

/** Milliseconds of the page's own clock. */
async function rowShown(page: Page): Promise<number> {
  const shown = await page.waitForFunction(() => Number(document.documentElement.dataset['rowAt']) || null, null, {
    timeout: ROW_LIMIT_MS,
  });
  return Number(await shown.jsonValue());
}

/** Runs in the page: notes when a first row stands there that is not the one before. */
function noticeRow(): void {
  const observer = new MutationObserver(() => {
    const { dataset } = document.documentElement;
    const first = document.querySelector<HTMLElement>('li.article-row')?.dataset['id'];
    if (first !== undefined && dataset['rowAt'] === undefined && first !== dataset['rowBefore'])
      dataset['rowAt'] = String(performance.now());
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-id'] });
}

/** `bulk`: 1,000 articles, `bulk10000`: as many, each there and back. */
async function timeBulk(lever: Page, articles: number, results: Results): Promise<void> {
  for (const [metric, count] of [
    ['bulk', 1000],
    ['bulk10000', 10_000],
  ] as const) {
    if (count > 1000 && articles < count * 2) continue;
    for (let turn = 0; turn < 3; turn += 1) {
      const times = await lever.evaluate((count) => libraryHands.bulk(count), count);
      results.add(SYSTEM, metric, 'ms', ...times);
    }
  }
}

/**
 * `scroll`: the longest time in which no article was in view while the wheel turned fast, `leap`: after leaps through the
 * whole list. Rows that stand for articles still to be read do not count.
 */
async function timeScroll(chromium: Chromium, results: Results): Promise<void> {
  const page = await chromium.context.newPage();
  await page.bringToFront();
  await page.goto(`chrome-extension://${chromium.extensionId}/library.html`);
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent, null, {
    timeout: ROW_LIMIT_MS,
  });
  await page.evaluate(watchBlank);
  const blank = () => page.evaluate(() => Number(document.documentElement.dataset['blank'] ?? 0));
  const forget = () => page.evaluate(() => void delete document.documentElement.dataset['blank']);
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < TIMES; turn += 1) {
    await forget();
    for (let notch = 0; notch < 20; notch += 1) {
      await page.mouse.wheel(0, turn % 2 === 0 ? 1200 : -1200);
      await page.waitForTimeout(16);
    }
    results.add(SYSTEM, 'scroll', 'ms', await blank());
    await forget();
    await page.evaluate(
      (part) => {
        window.scrollTo({ top: document.body.scrollHeight * part, behavior: 'instant' });
      },
      (turn * 0.37) % 1,
    );
    await page.waitForTimeout(300);
    results.add(SYSTEM, 'leap', 'ms', await blank());
  }
  await page.close();
}

/** Runs in the page: notes for how long no article has been in view, frame by frame. */
function watchBlank(): void {
  let seenAt = performance.now();
  const eye = {
    look(): void {
      const inView = Array.from(document.querySelectorAll('li[data-id]')).some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      const now = performance.now();
      const { dataset } = document.documentElement;
      if (inView) seenAt = now;
      else dataset['blank'] = String(Math.max(Number(dataset['blank'] ?? 0), now - seenAt));
      requestAnimationFrame(() => eye.look());
    },
  };
  eye.look();
}

/** What an open popup holds when its rows are there. */
async function weighPopup(chromium: Chromium, results: Results): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    const page = await chromium.context.newPage();
    await page.addInitScript(noticeRow);
    await page.bringToFront();
    await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    results.add(SYSTEM, 'firstRowPopup', 'ms', await rowShown(page));
    const session = await chromium.context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    results.add(SYSTEM, 'heap', 'bytes', usedSize);
    await page.close();
  }
}
