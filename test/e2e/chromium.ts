/** Chromium with the built extension and the test site: what a story can do and see. */
import type { Page } from 'playwright-core';
import type { browser, Browser } from 'wxt/browser';
import type { ArticleRow } from '../../lib/article';
import { ensureBuilt, type Mode } from '../commands/build';
import { type Chromium, launchChromium } from '../commands/launch-chromium';
import { startSite, type Site } from './server';
import { waitFor } from './wait-for';

/** As the functions that are sent into extension pages see it. */
declare const chrome: typeof browser;

export type Story = Chromium & {
  site: Site;
  /** A page of the extension's origin that runs none of our code: for asking the browser. */
  lever: Page;
  open: (path: string) => Promise<Page>;
  extensionPage: (path: string) => Promise<Page>;
  end: () => Promise<void>;
};

type Options = { mode?: Mode; language?: string; proxy?: string };

export async function startStory({ mode = 'production', language = 'en-US', proxy }: Options = {}): Promise<Story> {
  const extension = ensureBuilt('chrome', mode);
  const site = await startSite();
  const chromium = await launchChromium({
    extension,
    headless: true,
    language,
    viewport: { width: 1000, height: 760 },
    ...(proxy ? { proxy } : {}),
  });
  const { context, extensionId, close } = chromium;
  const extensionPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}${path}`);
    return page;
  };
  const lever = await extensionPage('/icon/16.png');
  return {
    ...chromium,
    site,
    lever,
    extensionPage,
    open: async (path) => {
      const page = await context.newPage();
      await page.goto(path.startsWith('http') ? path : site.url(path));
      return page;
    },
    end: async () => {
      await close();
      await site.close();
    },
  };
}

/**
 * The browser's number of a tab; brings the tab to the front. That takes the browser a moment, after another tab was closed
 * above all: until then the active one may still be a page of the extension's own.
 */
export async function tabIdOf({ lever }: Story, page: Page): Promise<number> {
  await page.bringToFront();
  const own = page.url().startsWith('chrome-extension:');
  const inFront = () =>
    lever.evaluate(async (own) => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      return (tab?.url ?? '').startsWith('chrome-extension:') === own && (tab?.id ?? false);
    }, own);
  return waitFor(inFront, 'the tab in front');
}

export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** A message to the background as our own pages send it. */
export function askBackground<T>({ lever }: Story, type: string, data: unknown): Promise<Answer<T>> {
  return lever.evaluate((message) => chrome.runtime.sendMessage(message), { type, data }) as Promise<Answer<T>>;
}

/** What the popup's Read button does. */
export async function openReader(story: Story, page: Page): Promise<Answer<{ open: boolean }>> {
  return askBackground(story, 'openReader', { tabId: await tabIdOf(story, page) });
}

/** What the popup's Save button does. */
export async function savePage(story: Story, page: Page): Promise<Answer<{ status: string; id: string }>> {
  return askBackground(story, 'savePage', { tabId: await tabIdOf(story, page) });
}

/** Does the toolbar button of this tab say that the page is an article? */
export async function isLit(story: Story, page: Page): Promise<boolean> {
  return isTabLit(story, await tabIdOf(story, page));
}

/** The same of a tab that stays where it is, in the background perhaps. */
export function isTabLit({ lever }: Story, tabId: number): Promise<boolean> {
  return lever.evaluate(
    async (tab) => (await chrome.action.getTitle({ tabId: tab })) === chrome.i18n.getMessage('action_article'),
    tabId,
  );
}

/** The popup as a tab, about the page given: what it does and shows is the same, and Playwright can reach it. */
export async function popupFor(story: Story, page: Page): Promise<Page> {
  const tabId = await tabIdOf(story, page);
  const popup = await story.extensionPage(`/popup.html?tab=${tabId}`);
  await popup.getByRole('heading', { level: 1 }).waitFor();
  return popup;
}

/** A real click on the toolbar button: it grants access to the tab, and opens the real popup. */
export async function clickToolbar({ browser, extensionId }: Story, page: Page): Promise<void> {
  await page.bringToFront();
  const send = browser.send.bind(browser) as unknown as (method: string, data: unknown) => Promise<unknown>;
  const { targetInfos } = (await send('Target.getTargets', { filter: [{}] })) as {
    targetInfos: { type: string; targetId: string; url: string }[];
  };
  const tabs = targetInfos.filter((target) => target.type === 'tab' && target.url === page.url());
  const [tab] = tabs;
  if (!tab || tabs.length > 1) throw new Error(`${tabs.length} tabs show ${page.url()}; a click needs exactly one.`);
  await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
}

/** Runs what a key of the manifest's `commands` runs; key presses of a test do not reach the browser's own keys. */
export async function pressCommand(story: Story, command: string, page: Page): Promise<void> {
  const tabId = await tabIdOf(story, page);
  await wakeWorker(story);
  const worker = await story.worker();
  await worker.evaluate(
    async ({ name, tab }) => {
      const event = chrome.commands.onCommand as unknown as { dispatch: (name: string, tab: unknown) => void };
      event.dispatch(name, await chrome.tabs.get(tab));
    },
    { name: command, tab: tabId },
  );
}

/** Stops the event worker, as the browser does when it is idle or short of memory. */
export async function stopWorker({ lever, context }: Story): Promise<void> {
  const session = await context.newCDPSession(lever);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Any message starts a stopped worker. */
export async function wakeWorker({ lever }: Story): Promise<void> {
  await lever.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined));
}

/** What the user chooses on the extension's page of the browser: where it may work. */
export function setSiteAccess(story: Story, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  return configure(story, { hostAccess });
}

/** The same page's switch for private windows. */
export function allowPrivateWindows(story: Story): Promise<void> {
  return configure(story, { incognitoAccess: true });
}

/** Answers the tab of a new private window, once its page is loaded. */
export async function openPrivately(story: Story, path: string): Promise<number> {
  const tabId = await story.lever.evaluate(async (url) => {
    const opened = await chrome.windows.create({ incognito: true, url });
    return opened?.tabs?.[0]?.id ?? -1;
  }, story.site.url(path));
  await waitFor(
    () => story.lever.evaluate(async (id) => (await chrome.tabs.get(id)).status === 'complete', tabId),
    'the private page',
  );
  return tabId;
}

function configure(story: Story, change: object): Promise<void> {
  const update = { extensionId: story.extensionId, ...change };
  return onExtensionsPage(
    story,
    async (wanted) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration: (change: object) => Promise<void> };
      };
      await developerPrivate.updateExtensionConfiguration(wanted);
    },
    update,
  );
}

/** Every article of the library, trash included. */
export function savedRows(story: Story): Promise<ArticleRow[]> {
  return storeRows<ArticleRow>(story, 'articles');
}

/** Every row of a store of the library. */
export function storeRows<T>({ lever }: Story, store: string): Promise<T[]> {
  return lever.evaluate(async (storeName) => {
    const [{ name } = { name: undefined }] = await indexedDB.databases();
    if (!name) return [];
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => failed(request.error ?? new Error('open')));
    });
    const rows = await new Promise<unknown[]>((done) => {
      const request = db.transaction(storeName).objectStore(storeName).getAll();
      request.addEventListener('success', () => done(request.result));
    });
    db.close();
    return rows;
  }, store) as Promise<T[]>;
}

/** Changes the rows of a store behind the library's back, as damage does. */
export async function writeRaw(
  { lever }: Story,
  store: string,
  change: { put?: unknown[]; delete?: unknown[] },
): Promise<void> {
  await lever.evaluate(
    async ({ store, change }) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('quietpage');
        request.addEventListener('success', () => done(request.result));
      });
      const transaction = db.transaction(store, 'readwrite');
      for (const row of change.put ?? []) transaction.objectStore(store).put(row);
      for (const key of change.delete ?? []) transaction.objectStore(store).delete(key as IDBValidKey);
      await new Promise((done) => transaction.addEventListener('complete', done));
      db.close();
    },
    { store, change },
  );
}

/** How many bytes the browser grants our storage; without a number, as many as before. For builds in mode `e2e`. */
export async function setQuota({ context, lever, extensionId }: Story, quotaSize?: number): Promise<void> {
  const session = await context.newCDPSession(lever);
  const origin = `chrome-extension://${extensionId}`;
  // The session stays: what it overrides ends with it.
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
}

/** Where the browser puts the detector. */
export function detectorScripts({ lever }: Story): Promise<Browser.scripting.RegisteredContentScript[]> {
  return lever.evaluate(() => chrome.scripting.getRegisteredContentScripts());
}

/** Is there a detector in this tab that answers? */
export async function hasDetector(story: Story, page: Page): Promise<boolean> {
  const tabId = await tabIdOf(story, page);
  return story.lever.evaluate(async (tab) => {
    const answer = (await chrome.tabs
      .sendMessage(tab, { type: 'askVerdict', data: null }, { frameId: 0 })
      .catch(() => undefined)) as { ok: boolean } | undefined;
    return answer?.ok === true;
  }, tabId);
}

/** Reloads the extension, as an update does; its pages close, so the lever is made anew. `detection`: whether it is on. */
export async function reloadExtension(story: Story, { detection = true } = {}): Promise<void> {
  const { context, extensionId } = story;
  // Without developer mode Chromium disables an unpacked extension when it is loaded again.
  await onExtensionsPage(story, async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration: (change: object) => Promise<void> };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  const before = story.lever;
  await before.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await waitFor(() => before.isClosed(), 'the extension to go');
  const lever = await context.newPage();
  await waitFor(async () => {
    await lever.goto(`chrome-extension://${extensionId}/icon/16.png`);
    return true;
  }, 'the reloaded extension');
  story.lever = lever;
  if (detection) await waitFor(async () => (await detectorScripts(story)).length > 0, 'the detector to be registered');
}

async function onExtensionsPage<A>(story: Story, act: (argument: A) => Promise<void>, argument?: A): Promise<void> {
  const settings = await story.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(act as (argument: unknown) => Promise<void>, argument);
  await settings.close();
}
