/** A page at its own address with its scripts and every further request off, and an isolated world in it for our code. */
import type { Browser, CDPSession } from 'playwright-core';

export type StillPage = {
  /** Evaluates in the isolated world and returns the value. Throws what the code throws. */
  evaluate: <T>(expression: string) => Promise<T>;
  session: CDPSession;
  close: () => Promise<void>;
};

const OPEN_LIMIT_MS = 60_000;

export async function stillPage(
  browser: Browser,
  { url, html }: { url: string; html: string },
  scripts: readonly string[],
): Promise<StillPage> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let served = false;
  await page.route('**/*', (route) => {
    if (served || route.request().resourceType() !== 'document') return route.abort();
    served = true;
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" };
    return route.fulfill({ body: html, headers });
  });
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: OPEN_LIMIT_MS });
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  for (const script of scripts) await evaluate(`${script}\n;0`);
  return { evaluate, session, close: () => context.close() };
}
