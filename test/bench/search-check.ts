import type { Page } from 'playwright-core';
import { bundle } from './bundle.ts';

const QUERIES = 120;
/** Reading everything at each query must end. */
const MOST = 20_000;

type Found = { wanted: number; found: number; wrong: number; missed: string[] };
declare const checkHands: (articles: number, queries: number) => Promise<Found>;

/** Random pieces of text and random words, also within filters, against plain reading. Not timed. */
export async function checkFound(lever: Page, articles: number, say: (line: string) => void): Promise<void> {
  if (articles > MOST) return say(`recall and precision are not checked at ${articles}: ask with 10000`);
  await lever.evaluate(await bundle('./in-page/check-hands.ts'));
  const { wanted, found, wrong, missed } = await lever.evaluate(
    ([articles, queries]) => checkHands(articles, queries),
    [articles, QUERIES] as const,
  );
  const share = (part: number, of: number) => (part === of ? '1.0' : (part / of).toFixed(5));
  say(
    `${QUERIES} random queries, ${wanted} articles to be found: recall ${share(found, wanted)}, precision ${share(found, found + wrong)}`,
  );
  for (const line of missed) say(`  ${line}`);
}
