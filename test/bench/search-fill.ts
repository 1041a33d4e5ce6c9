/** The same articles into every system, each by its own way, and what that takes. */
import type { Page } from 'playwright-core';
import { type Peer, PEERS } from './peer-build.ts';
import type { Results } from './results.ts';

type Say = (line: string) => void;

const CHUNK = 1000;
/** What holds its index in memory takes minutes and gigabytes beyond this; a sample tells how many. */
const MOST_IN_MEMORY = 20_000;
const SAMPLE = 1000;

type SearchHands = {
  begin: () => Promise<void>;
  restore: (from: number, to: number) => Promise<number>;
  indexBytes: () => Promise<number>;
  segments: () => Promise<{ segments: number; deltas: number; blocks: number }>;
  usage: () => Promise<number>;
};
declare const searchHands: SearchHands;

type PeerHands = {
  fillRows: (from: number, to: number) => Promise<void>;
  build: (system: Peer, count: number) => Promise<{ ms: number; bytes: number }>;
  sqliteBegin: (worker: string) => Promise<void>;
  sqliteInsert: (from: number, to: number) => Promise<number>;
  sqliteEnd: () => Promise<{ ms: number; bytes: number }>;
};
declare const peerHands: PeerHands;

const chunks = (articles: number): { from: number; to: number }[] =>
  Array.from({ length: Math.ceil(articles / CHUNK) }, (_, n) => ({
    from: n * CHUNK,
    to: Math.min((n + 1) * CHUNK, articles),
  }));

const perSecond = (articles: number, ms: number): number => (articles / ms) * 1000;

/** `importRate` is that of the whole import, to the end of its last merge. */
export async function fillLibrary(lever: Page, articles: number, results: Results, say: Say): Promise<void> {
  await lever.evaluate(() => searchHands.begin());
  const before = await lever.evaluate(() => searchHands.usage());
  let ms = 0;
  for (const chunk of chunks(articles)) {
    ms += await lever.evaluate(({ from, to }) => searchHands.restore(from, to), chunk);
    if (chunk.to % 10_000 === 0 || chunk.to === articles)
      say(`quietpage: ${chunk.to} articles, ${perSecond(chunk.to, ms).toFixed(0)} a second`);
  }
  results.add('quietpage', 'importRate', '/s', perSecond(articles, ms));
  results.add(
    'quietpage',
    'diskPerArticle',
    'bytes',
    ((await lever.evaluate(() => searchHands.usage())) - before) / articles,
  );
  results.add(
    'quietpage',
    'indexPerArticle',
    'bytes',
    (await lever.evaluate(() => searchHands.indexBytes())) / articles,
  );
  const { segments, deltas, blocks } = await lever.evaluate(() => searchHands.segments());
  say(`quietpage: ${segments} segments of ${blocks} blocks, ${deltas} articles not merged`);
}

/** Answers which peers can be asked. Their import is that of an index alone, which is less than ours does. */
export async function fillPeers(
  lever: Page,
  { articles, worker }: { articles: number; worker: string },
  results: Results,
  say: Say,
): Promise<Peer[]> {
  for (const chunk of chunks(articles)) await lever.evaluate(({ from, to }) => peerHands.fillRows(from, to), chunk);
  await fillSqlite(lever, { articles, worker }, results, say);
  const built: Peer[] = ['sqlite', 'scan'];
  for (const peer of PEERS) {
    if (built.includes(peer)) continue;
    const count = articles > MOST_IN_MEMORY ? SAMPLE : articles;
    const { ms, bytes } = await lever.evaluate(([peer, count]) => peerHands.build(peer, count), [peer, count] as const);
    const times = articles / count;
    if (times > 1) {
      say(
        `${peer} is left out at ${articles}: of ${count} articles its index takes ${Math.round(ms)} ms and ` +
          `${Math.round(bytes / 1024)} KB, so ${Math.round((ms * times) / 1000)} s and ${Math.round((bytes * times) / 2 ** 20)} MB at least, all of it read again at each start`,
      );
      continue;
    }
    built.push(peer);
    results.add(peer, 'importRate', '/s', perSecond(articles, ms));
    results.add(peer, 'indexPerArticle', 'bytes', bytes / articles);
    say(`${peer}: ${Math.round(ms)} ms, ${Math.round(bytes / 1024)} KB`);
  }
  return built;
}

async function fillSqlite(
  lever: Page,
  { articles, worker }: { articles: number; worker: string },
  results: Results,
  say: Say,
): Promise<void> {
  await lever.evaluate((address) => peerHands.sqliteBegin(address), worker);
  let sum = 0;
  for (const chunk of chunks(articles)) {
    sum += await lever.evaluate(({ from, to }) => peerHands.sqliteInsert(from, to), chunk);
    if (chunk.to % 10_000 === 0) say(`sqlite: ${chunk.to} articles, ${perSecond(chunk.to, sum).toFixed(0)} a second`);
  }
  const { ms, bytes } = await lever.evaluate(() => peerHands.sqliteEnd());
  say(`sqlite: put in order in ${Math.round(ms)} ms`);
  results.add('sqlite', 'importRate', '/s', perSecond(articles, sum + ms));
  // Of rows, texts and index; it cannot tell them apart.
  results.add('sqlite', 'diskPerArticle', 'bytes', bytes / articles);
}
