/**
 * Looks into the clean view of a page. Its shadow root is closed to the page and so to Playwright;
 * the debugger can go in. What is evaluated runs in the page's world, on our nodes.
 */
import type { CDPSession, Page } from 'playwright-core';
import { waitFor } from './wait-for';

export type ReaderView = {
  isOpen: () => Promise<boolean>;
  waitUntilOpen: () => Promise<void>;
  waitUntilClosed: () => Promise<void>;
  /** Visible text of the view. */
  text: () => Promise<string>;
  /** Evaluates a function of the shadow root, given as source text. */
  evaluate: <T>(body: string) => Promise<T>;
  /** A real, trusted click on the first element that the selector matches. */
  click: (selector: string) => Promise<void>;
  /** A real click on the button whose name or text contains the words. */
  clickButton: (words: string) => Promise<void>;
};

export async function readerView(page: Page): Promise<ReaderView> {
  const session = await page.context().newCDPSession(page);
  const root = () => closedRoot(session);
  const evaluate = async <T>(body: string): Promise<T> => {
    const objectId = await root();
    if (!objectId) throw new Error('The clean view is not open.');
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function () { const root = this; return (${body}); }`,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  const isOpen = async () =>
    (await root()) !== null && (await evaluate<boolean>(`root.querySelector('dialog')?.matches(':modal') ?? false`));
  const clickFirst = async (find: string) => {
    const box = await evaluate<{ x: number; y: number } | null>(`(() => {
      const element = ${find};
      if (!element) return null;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    })()`);
    if (!box) throw new Error(`Nothing to click in the clean view: ${find}`);
    await page.mouse.click(box.x, box.y);
  };
  return {
    isOpen,
    evaluate,
    waitUntilOpen: async () => void (await waitFor(isOpen, 'the clean view to open')),
    waitUntilClosed: async () => void (await waitFor(async () => !(await isOpen()), 'the clean view to close')),
    text: () => evaluate<string>(`root.querySelector('dialog').innerText`),
    click: (selector) => clickFirst(`root.querySelector(${JSON.stringify(selector)})`),
    clickButton: (words) =>
      clickFirst(`[...root.querySelectorAll('button')].find((button) =>
        ((button.getAttribute('aria-label') ?? '') + button.innerText).includes(${JSON.stringify(words)}))`),
  };
}

/** Id of the shadow root that holds our dialog, or null. Hosts are `<div>` children of `<html>`. */
async function closedRoot(session: CDPSession): Promise<string | null> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `[...document.documentElement.children].filter((child) => child.localName === 'div')`,
  });
  if (!result.objectId) return null;
  const { result: entries } = await session.send('Runtime.getProperties', {
    objectId: result.objectId,
    ownProperties: true,
  });
  for (const { name, value } of entries.toReversed()) {
    if (!/^\d+$/.test(name) || !value?.objectId) continue;
    const { node } = await session.send('DOM.describeNode', { objectId: value.objectId, depth: 1, pierce: true });
    const shadow = node.shadowRoots?.find((root) => root.shadowRootType === 'closed');
    if (!shadow) continue;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    return object.objectId ?? null;
  }
  return null;
}
