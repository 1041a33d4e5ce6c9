/**
 * Search beside its peers: from a cold popup to twenty hits, each key stroke after that, and what index and saving cost.
 * Ours runs in the built extension, the peers in a bench-only build of its popup, each with a library of the same articles.
 */
import type { Page } from 'playwright-core';
import { ensureBuilt } from '../commands/build.ts';
import { type Chromium, launchChromium } from '../commands/launch-chromium.ts';
import type { Bench } from './bench.ts';
import { bundle } from './bundle.ts';
import { quiet } from './quiet.ts';
import { buildPeers, PEERS, sqliteWorker } from './peer-build.ts';
import type { Results } from './results.ts';
import { checkFound } from './search-check.ts';
import { searchInFirefox } from './search-firefox.ts';
import { fillLibrary, fillPeers } from './search-fill.ts';
import { searchQueries } from './search-queries.ts';
import { type Place, type System, timeCold, timeTyping, timeWork } from './search-time.ts';

export const search: Bench = {
  usage: 'search [--articles 1000|10000|100000] [--browser firefox] [--json FILE]',
  options: ['articles', 'browser'],
  async run({ articles: given = '1000', browser }, results, say) {
    const articles = Number(given);
    say(quiet());
    if (browser === 'firefox') return searchInFirefox(articles, results, say);
    if (browser !== undefined) throw new Error(`Not measured in ${browser}.`);
    const viewport = { width: 400, height: 600 };
    const peers = buildPeers();
    const ours = await launchChromium({ extension: ensureBuilt('chrome'), headless: true, viewport });
    const theirs = await launchChromium({ extension: peers, headless: true, viewport }).catch(
      async (error: unknown) => {
        await ours.close();
        throw error;
      },
    );
    try {
      await measure({ ours, theirs, worker: sqliteWorker(peers), articles, results, say });
    } finally {
      await ours.close();
      await theirs.close();
    }
  },
};

type Say = (line: string) => void;
type Measure = { ours: Chromium; theirs: Chromium; worker: string; articles: number; results: Results; say: Say };

async function measure({ ours, theirs, worker, articles, results, say }: Measure): Promise<void> {
  const lever = await openBare(ours, await bundle('./in-page/search-hands.ts'));
  await fillLibrary(lever, articles, results, say);
  const peerLever = await openBare(theirs, await bundle('./in-page/peer-hands.ts'));
  const built = await fillPeers(peerLever, { articles, worker }, results, say);
  await peerLever.close();
  await timeWork(lever, articles, results);
  await checkFound(lever, articles, say);
  await lever.close();
  const places: Partial<Record<System, Place>> = { quietpage: { chromium: ours, popup: 'popup.html' } };
  for (const peer of PEERS) if (built.includes(peer)) places[peer] = { chromium: theirs, popup: `popup-${peer}.html` };
  const queries = searchQueries(articles, 8);
  await timeCold(places, queries, results, say);
  await timeTyping(places, { queries, articles }, results, say);
}

/** A file that runs no code: its page holds the hands. */
async function openBare({ context, extensionId }: Chromium, code: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/icon/16.png`);
  await page.evaluate(code);
  return page;
}
