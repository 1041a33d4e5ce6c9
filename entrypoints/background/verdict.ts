/** What the detector of a page said, and what follows from it. */
import { browser } from 'wxt/browser';
import { sendToTab, type Verdict } from '../../lib/messages';
import { loadSettings } from '../../lib/settings/store';
import { light } from './badge';
import { putDetector } from './detector';
import type { PageSender } from './doors';
import { openByItself } from './open-by-itself';
import { noteOpening } from './reader';
import { check, schemas } from './schemas';
import { switchesOf } from './site-rules';
import { isStillAt } from './tab-address';

/** The switches are asked last: a detector that was in the page before they were turned goes on to report. */
export async function takeVerdict(data: unknown, page: PageSender): Promise<void> {
  const { article } = check(schemas.verdict, data);
  const settings = await loadSettings();
  const site = await switchesOf(page.url);
  const lit = article && settings.detection && !site.detectionOff;
  // Or the light would be another page's.
  if (!(await isStillAt(page))) return;
  await light(page.tabId, lit, settings);
  if (lit && site.openByItself) await openByItself(page);
}

/**
 * For the popup: a page that nobody looks at, since its tab is older than the installation, access is granted by the click
 * that opened the popup, or its site was switched on just now. `null` where detection is off, or the browser lets us not in.
 */
export async function lookAt(data: unknown): Promise<Verdict | null> {
  const { tabId } = check(schemas.tab, data);
  const { url = '' } = await browser.tabs.get(tabId);
  const settings = await loadSettings();
  if (!settings.detection || (await switchesOf(url)).detectionOff) return null;
  const found = await ask(tabId).catch(async () => {
    // Nothing opens behind the popup.
    await noteOpening(tabId);
    await putDetector(tabId);
    return ask(tabId);
  });
  await light(tabId, found.article, settings);
  return found;
}

const ask = async (tabId: number): Promise<Verdict> =>
  check(schemas.verdict, await sendToTab(tabId, 'askVerdict', null));
