/**
 * The Chromium engine: real pages at their own addresses, with the page's scripts and every request off.
 * Our bundle runs in an isolated world, as a content script does.
 */
import { build } from 'vite';
import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from './browser.ts';
import { pageMarkup, type Case } from './extract-corpus.ts';

const PAGE_LIMIT_MS = 60_000;
const WORLD = 'quietpage';

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('extract-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'quietpageExtract',
      },
    },
  });
  const chunk = [output].flat().flatMap((part) => ('output' in part ? part.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('The extraction did not bundle.');
  return `${chunk.code}\n;globalThis.quietpageExtract = quietpageExtract;`;
}

/** Only the page itself is answered, from the saved copy; `script-src 'none'` stops its scripts, not our world. */
async function openSaved(page: Page, { url, file }: Case): Promise<void> {
  const body = pageMarkup(file);
  let served = false;
  await page.route('**/*', (route) => {
    if (served || route.request().resourceType() !== 'document') return route.abort();
    served = true;
    return route.fulfill({
      body,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" },
    });
  });
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: PAGE_LIMIT_MS });
}

async function runOurs(session: CDPSession, code: string, url: string, without: string[]): Promise<object> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: WORLD,
  });
  const call = `quietpageExtract.predict(document, ${JSON.stringify(url)}, ${JSON.stringify(without)})`;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: `${code}\n;JSON.stringify(${call})`,
    returnByValue: true,
    timeout: PAGE_LIMIT_MS,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  const prediction: unknown = JSON.parse(String(result.value));
  return prediction as object;
}

export async function runChromium(
  cases: Case[],
  without: string[],
  onResult: (id: string, result: object) => void,
): Promise<void> {
  const code = await bundle();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    for (const job of cases) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      try {
        const page = await context.newPage();
        await openSaved(page, job);
        onResult(job.id, await runOurs(await context.newCDPSession(page), code, job.url, without));
      } catch (error) {
        onResult(job.id, { error: error instanceof Error ? (error.stack ?? error.message) : String(error), text: '' });
      } finally {
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
}
