/**
 * `npm start [-- <url or file>]`: the extension in a browser, on a sample page or on the page named.
 * Without a display it does the main job by itself and leaves what it saw in `.output/demo`.
 */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build';
import { demo } from './demo';
import { launchChromium } from './launch-chromium';
import { root } from './root';
import { serve, servePage, sendFile, pathOf, type Served } from './serve';

type Page = Served & { url: string };

const USAGE = 'Usage: npm start [-- <url or file>]';

/** The page to show: an address as it is, a file or the sample over loopback. Null for what is neither. */
async function pageFor(wanted: string | undefined): Promise<Page | null> {
  if (wanted === undefined) return sample();
  if (/^https?:\/\//i.test(wanted)) return { url: wanted, origin: new URL(wanted).origin, close: async () => {} };
  const file = wanted.startsWith('file:') ? fileURLToPath(wanted) : resolve(wanted);
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  return servePage(file);
}

async function sample(): Promise<Page> {
  const served = await serve((request, response) => sendFile(response, join(root, 'test', 'site'), pathOf(request)));
  return { ...served, url: `${served.origin}/zh/news.html` };
}

/** Only Linux and its like tell by these variables whether there is a screen. */
function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Chinese where the machine speaks Chinese. */
function machineLanguage(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en-US';
}

async function show(page: Page): Promise<void> {
  const extension = ensureBuilt('chrome');
  const { context, close } = await launchChromium({
    extension,
    headless: false,
    language: machineLanguage(),
    viewport: null,
  });
  const ended = new Promise((resolveEnded) => context.once('close', resolveEnded));
  const tab = await context.newPage();
  await tab.goto(page.url, { waitUntil: 'commit' });
  await tab.bringToFront();
  console.log(`The browser is open on ${page.url}`);
  console.log(
    'Quietpage is behind the puzzle piece in the toolbar: Read gives the clean view, Save keeps the article.',
  );
  console.log('Its profile is thrown away. Close the browser to end.');
  await ended;
  await close();
}

async function main(args: string[]): Promise<number> {
  const page = args.length > 1 ? null : await pageFor(args[0]);
  if (!page) {
    console.error(args.length > 1 ? USAGE : `There is no file “${args[0]}”. ${USAGE}`);
    return 2;
  }
  try {
    if (!hasDisplay()) return await demo(page.url, { language: machineLanguage() });
    await show(page);
    return 0;
  } finally {
    await page.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
