/** Chromium with the built extension in it, in a profile that is thrown away. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Worker } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { findChromium } from './browser';

declare const chrome: typeof browser;

const DETECTOR = 'content-scripts/detector.js';

export type Chromium = {
  context: BrowserContext;
  /** Of the browser itself, for `Target` and `Extensions`. */
  browser: CDPSession;
  extensionId: string;
  /** The extension's event worker; a new one each time, since it may have been stopped. */
  worker: () => Promise<Worker>;
  close: () => Promise<void>;
};

export type LaunchOptions = {
  /** Folder of the unpacked extension. */
  extension: string;
  headless: boolean;
  /** BCP 47; language of the extension's own texts. */
  language?: string;
  viewport?: { width: number; height: number } | null;
  /** Everything goes through it, loopback too. */
  proxy?: string;
};

export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  assertComplete(options.extension);
  const executablePath = await findChromium();
  const profile = mkdtempSync(join(tmpdir(), 'quietpage-'));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  // Ctrl-C ends this process without a `close`.
  process.once('exit', removeProfile);
  // The sandbox is for people who browse; as root and in most containers it cannot start.
  const sandboxes = options.headless || process.getuid?.() === 0 ? [false] : [true, false];
  let context: BrowserContext | undefined;
  let failure: unknown;
  for (const chromiumSandbox of sandboxes) {
    context = await open(profile, executablePath, chromiumSandbox, options).catch((error: unknown) => {
      failure = error;
      return undefined;
    });
    if (context) break;
  }
  if (!context) {
    removeProfile();
    throw new Error(`Chromium did not start: ${executablePath}`, { cause: failure });
  }
  const running = context;
  const close = async () => {
    await running.close().catch(() => undefined);
    process.off('exit', removeProfile);
    removeProfile();
  };
  try {
    const browser = await browserSession(running);
    const extensionId = await runningExtension(running, browser, options.extension, executablePath);
    const worker = () => extensionWorker(running, extensionId);
    if (existsSync(join(options.extension, DETECTOR))) await waitForDetector(worker);
    return { context: running, browser, extensionId, worker, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function open(profile: string, executablePath: string, chromiumSandbox: boolean, options: LaunchOptions) {
  const { extension, headless, language = 'en-US', viewport, proxy } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox,
    ...(viewport === undefined ? {} : { viewport }),
    ...(proxy ? { proxy: { server: proxy, bypass: '<-loopback>' } } : {}),
    // Playwright's own list forbids extensions, and the cache that a way back comes from.
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    // Linux takes the language of the browser's own texts from the environment, the others from the switch.
    env: { ...definedEnvironment(), LANGUAGE: language.replace('-', '_') },
    args: [
      `--lang=${language}`,
      `--accept-lang=${language}`,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** It is registered when the extension is installed; a page that opens before that is not looked at. */
async function waitForDetector(worker: () => Promise<Worker>): Promise<void> {
  const isRegistered = async () => {
    const scripts = await (await worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts());
    return scripts.length > 0;
  };
  for (let tries = 100; !(await isRegistered().catch(() => false)); tries--) {
    if (tries === 0) throw new Error('The detector was not registered.');
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave no browser for the profile.');
  return browser.newBrowserCDPSession();
}

/** Branded Chrome and Edge ignore `--load-extension`; some take the extension over the debugging pipe instead. */
async function runningExtension(
  context: BrowserContext,
  browser: CDPSession,
  extension: string,
  executablePath: string,
): Promise<string> {
  const first = await workerWithin(context, 10_000);
  if (first) return new URL(first.url()).host;
  // Not in Playwright's list of commands.
  const send = browser.send.bind(browser) as unknown as (method: string, data: unknown) => Promise<unknown>;
  const refused = await send('Extensions.loadUnpacked', { path: extension }).then(
    () => '',
    (error: unknown) => `\n${String(error).split('\n')[0]}`,
  );
  const second = await workerWithin(context, 5000);
  if (second) return new URL(second.url()).host;
  throw new Error(
    `${executablePath} started without the extension. Branded Chrome and Edge do not load unpacked extensions: ` +
      `install Chromium, or set QUIETPAGE_CHROMIUM to its path.${refused}`,
  );
}

async function workerWithin(context: BrowserContext, milliseconds: number): Promise<Worker | undefined> {
  const isOurs = (worker: Worker) => worker.url().startsWith('chrome-extension://');
  const present = context.serviceWorkers().find(isOurs);
  if (present) return present;
  return context.waitForEvent('serviceworker', { predicate: isOurs, timeout: milliseconds }).catch(() => undefined);
}

async function extensionWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  const present = context.serviceWorkers().findLast(isOurs);
  return present ?? context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 });
}

/** Chromium drops an incomplete extension without a word; then all that a test sees is that nothing happens. */
function assertComplete(extension: string): void {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    background?: { service_worker?: string };
    default_locale?: string;
    action?: { default_popup?: string };
  };
  const files = [
    manifest.background?.service_worker,
    manifest.action?.default_popup,
    manifest.default_locale && `_locales/${manifest.default_locale}/messages.json`,
  ];
  const missing = files.filter((file) => file && !existsSync(join(extension, file)));
  if (missing.length > 0) throw new Error(`The build lacks files that its manifest names: ${missing.join(', ')}`);
}
