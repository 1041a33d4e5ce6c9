/** Brings the reader into a tab, and says why when the browser refuses. */
import { browser, type Browser } from 'wxt/browser';
import { PageError, sendToTab, type PageErrorCode, type ReaderAction, type ReaderAnswer } from '../../lib/messages';
import { check, schemas } from './schemas';
import { noteOpened } from './opened-pages';
import { reportFailure } from './report';
import { blockFor, switchesOf } from './site-rules';
import { withoutHash } from './tab-address';
import { within } from './within';

const READER = '/content-scripts/reader.js';
const TOOLS = '/content-scripts/reader-tools.js';

/** With site access "on click", Chromium neither runs nor rejects an injection. */
const INJECTION_TIMEOUT_MS = 4000;

/**
 * Lets the reader of a tab do something, injecting it first where it is not there. `isStillWanted` is asked right before.
 * Throws `PageError`.
 */
export async function commandReader(
  tabId: number,
  action: ReaderAction,
  consent = false,
  isStillWanted = async (): Promise<boolean> => true,
): Promise<ReaderAnswer> {
  // Looked up while the reader is on its way and begins to read.
  const rule = blockFor(tabId).catch(() => undefined);
  const present = await stateOf(tabId);
  if (!present) await inject(tabId, READER);
  // A save without a view wants the further pages too; a view is shown first.
  if (action === 'save' && (!present || (present.bare && !present.open))) await inject(tabId, TOOLS);
  const block = await rule;
  if (!(await isStillWanted())) return { open: false };
  const command = { action, consent, ...(block === undefined ? {} : { block }) };
  const answer = await sendToTab(tabId, 'readerCommand', command);
  if (answer.open && answer.bare) void inject(tabId, TOOLS).catch(() => undefined);
  return answer;
}

/** `null` where no reader is in the tab. */
function stateOf(tabId: number): Promise<ReaderAnswer | null> {
  return sendToTab(tabId, 'readerCommand', { action: 'state' }).catch((error: unknown) => {
    if (error instanceof PageError && error.code === 'noAnswer') return null;
    throw error;
  });
}

async function inject(tabId: number, file: typeof READER | typeof TOOLS): Promise<void> {
  try {
    await within(INJECTION_TIMEOUT_MS, browser.scripting.executeScript({ target: { tabId }, files: [file] }));
  } catch (error) {
    console.info('The reader was not let in:', error);
    throw new PageError(await whyRefused(tabId));
  }
}

async function whyRefused(tabId: number): Promise<PageErrorCode> {
  const { url } = await browser.tabs.get(tabId);
  // Without access the browser hides the address, but so it does for its own pages in some versions.
  if (url && !/^https?:/.test(url)) return 'restrictedPage';
  const origins = [url ? `${new URL(url).origin}/*` : 'https://*/*'];
  return (await browser.permissions.contains({ origins })) ? 'restrictedPage' : 'noAccess';
}

/** For our own pages. */
export async function openReader(data: unknown): Promise<ReaderAnswer> {
  const { tabId } = check(schemas.tab, data);
  const answer = await commandReader(tabId, 'open');
  void noteOpening(tabId).catch(() => undefined);
  return answer;
}

/** What was opened by hand is not opened by itself, too: whoever closed it has seen it. */
export async function noteOpening(tabId: number): Promise<void> {
  const { url = '', title = '' } = await browser.tabs.get(tabId);
  if ((await switchesOf(url)).openByItself) await noteOpened({ tabId, address: withoutHash(url), title, life: null });
}

/** For the toolbar button, the keyboard and the menu, where an error has no surface of its own. */
export async function toggleReader(tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  const { id } = tab;
  try {
    const { open } = await commandReader(id, 'toggle');
    if (open) void noteOpening(id).catch(() => undefined);
  } catch (error) {
    await reportFailure(tab, error);
  }
}
