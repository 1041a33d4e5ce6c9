/** The popup that a real click opens. Playwright gives no page for it; the debugger reaches it as a target. */
import type { CDPSession } from 'playwright-core';
import { clickToolbar, type Story } from './chromium';
import type { Page } from 'playwright-core';
import { waitFor } from './wait-for';

export type RealPopup = {
  text: () => Promise<string>;
  /** Clicks the button with exactly this text. */
  click: (text: string) => Promise<void>;
};

export async function openRealPopup(story: Story, page: Page): Promise<RealPopup> {
  await clickToolbar(story, page);
  const address = `chrome-extension://${story.extensionId}/popup.html`;
  const targetId = await waitFor(async () => {
    const { targetInfos } = await story.browser.send('Target.getTargets');
    return targetInfos.find(({ url }) => url === address)?.targetId ?? false;
  }, 'the popup');
  const { sessionId } = await story.browser.send('Target.attachToTarget', { targetId, flatten: false });
  const evaluate = (expression: string) => evaluateIn(story.browser, sessionId, expression);
  await waitFor(
    async () => Number(await evaluate('document.querySelectorAll("button").length')) > 0,
    'the popup’s buttons',
  );
  return {
    text: async () => String(await evaluate('document.body.innerText')),
    click: async (text) => {
      const find = `[...document.querySelectorAll('button')].find((b) => b.innerText.trim() === ${JSON.stringify(text)})`;
      await waitFor(async () => Boolean(await evaluate(`Boolean(${find})`)), `a button “${text}” in the popup`);
      await evaluate(`${find}.click()`);
    },
  };
}

/** One command to a target, over the browser's own session. */
function evaluateIn(browser: CDPSession, sessionId: string, expression: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = Math.floor(Math.random() * 1e9);
    const listener = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as { id?: number; result?: { result?: { value?: unknown } } };
      if (event.sessionId !== sessionId || answer.id !== id) return;
      browser.off('Target.receivedMessageFromTarget', listener);
      resolve(answer.result?.result?.value);
    };
    browser.on('Target.receivedMessageFromTarget', listener);
    const params = { expression, returnByValue: true, awaitPromise: true, userGesture: true };
    browser
      .send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method: 'Runtime.evaluate', params }),
      })
      .catch(reject);
  });
}
