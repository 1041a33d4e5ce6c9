/** What a user sees of the detector over time, and how often it looks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { outputFolder } from '../commands/build';
import { isTabLit, type Story } from './chromium';

const SCRIPT = 'content-scripts/detector.js';
/** Stands once in the detector, in the function that judges. */
const JUDGING = 'toFixed(2)';

/** Follows the light of a tab from now on. Ends with the states that it had, each once for as long as it lasted. */
export function followLight(story: Story, tabId: number): () => Promise<boolean[]> {
  const states: boolean[] = [];
  const end = new AbortController();
  const follow = async () => {
    while (!end.signal.aborted) {
      const lit = await isTabLit(story, tabId);
      if (states.at(-1) !== lit) states.push(lit);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return states;
  };
  const followed = follow();
  return () => {
    end.abort();
    return followed;
  };
}

/**
 * Counts from now on how often the detector judges what this page shows. By the browser's own count of calls, which
 * knows of every world. The page must already be of the origin that is counted: another may have another process.
 */
export async function countLooks(page: Page): Promise<() => Promise<number>> {
  const source = readFileSync(join(outputFolder('chrome'), SCRIPT), 'utf8');
  const at = source.indexOf(JUDGING);
  if (at < 0 || source.includes(JUDGING, at + 1)) throw new Error(`${SCRIPT} holds “${JUDGING}” not exactly once.`);
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  let looks = 0;
  return async () => {
    const { result } = await session.send('Profiler.takePreciseCoverage');
    for (const script of result.filter(({ url }) => url.endsWith(`/${SCRIPT}`))) {
      const ranges = script.functions.flatMap(({ ranges: [range] }) =>
        range && range.startOffset <= at && at < range.endOffset ? range : [],
      );
      const [judging] = ranges.toSorted((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset));
      looks += judging?.count ?? 0;
    }
    return looks;
  };
}
