/**
 * Finds the browsers that the commands drive, and installs them where that can be done without asking:
 * by apt on Debian as root, else by Playwright's own download.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** `minimum_chrome_version` of the manifest. */
const OLDEST_CHROMIUM = 135;
const OLDEST_FIREFOX = 142;

/** No branded Chrome or Edge: they ignore `--load-extension`. */
const CHROMIUM_COMMANDS = ['chromium', 'chromium-browser', 'chrome-for-testing'];
const FIREFOX_COMMANDS = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
const CHROMIUM_PLACES = [
  '/usr/lib/chromium/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  join(process.env['LOCALAPPDATA'] ?? '', 'Chromium', 'Application', 'chrome.exe'),
];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  join(process.env['PROGRAMFILES'] ?? '', 'Mozilla Firefox', 'firefox.exe'),
];

/** Path of a Chromium (or Chrome for Testing) that runs unpacked extensions. Throws one clear line when there is none. */
export async function findChromium(): Promise<string> {
  const chosen = process.env['QUIETPAGE_CHROMIUM'];
  if (chosen) return chosenPath('QUIETPAGE_CHROMIUM', chosen);
  const candidates = (): string[] => [
    ...onPath(CHROMIUM_COMMANDS),
    ...CHROMIUM_PLACES,
    chromium.executablePath(),
    ...downloadedChromiums(),
  ];
  const find = () => candidates().find((path) => existsSync(path) && majorVersion(path) >= OLDEST_CHROMIUM);
  const found = find();
  if (found) return found;
  installWithApt('chromium', ['chromium', 'fonts-noto-cjk']);
  const installed = find();
  if (installed) return installed;
  downloadWithPlaywright();
  const downloaded = find();
  if (downloaded) return downloaded;
  throw new Error(
    `No Chromium found and none could be installed. Install Chromium ${OLDEST_CHROMIUM} or newer, ` +
      'or set QUIETPAGE_CHROMIUM to its path (branded Chrome and Edge do not load unpacked extensions).',
  );
}

/** Path of a Firefox that installs unsigned add-ons over WebDriver BiDi, or null when there is none and none can be installed. */
export async function findFirefox(): Promise<string | null> {
  const chosen = process.env['QUIETPAGE_FIREFOX'];
  if (chosen) return chosenPath('QUIETPAGE_FIREFOX', chosen);
  const find = () =>
    [...onPath(FIREFOX_COMMANDS), ...FIREFOX_PLACES].find(
      (path) => existsSync(path) && majorVersion(path) >= OLDEST_FIREFOX,
    );
  const found = find();
  if (found) return found;
  installWithApt('firefox-esr', ['firefox-esr', 'fonts-noto-cjk']);
  return find() ?? null;
}

/** Screenshots of Chinese text need a font for it; without one they show boxes. Only Linux comes without. */
export function ensureChineseFont(): boolean {
  if (platform() !== 'linux') return true;
  const present = () => (run('fc-list', [':lang=zh', 'family']).stdout ?? '').trim() !== '';
  if (present()) return true;
  installWithApt('a Chinese font', ['fonts-noto-cjk', 'fontconfig']);
  return present();
}

function chosenPath(variable: string, path: string): string {
  if (!existsSync(path)) throw new Error(`${variable} names ${path}, which does not exist.`);
  return path;
}

function onPath(commands: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const ending = platform() === 'win32' ? '.exe' : '';
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + ending)));
}

/** Browsers that Playwright or Puppeteer downloaded at some time: `<cache>/chromium-1234/chrome-linux64/chrome`, newest first. */
function downloadedChromiums(): string[] {
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? '',
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    join(process.env['LOCALAPPDATA'] ?? '', 'ms-playwright'),
    join(homedir(), '.cache', 'puppeteer', 'chrome'),
  ];
  const inside = [
    'chrome',
    'chrome.exe',
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  return caches
    .flatMap((cache) => foldersIn(cache, /^(chromium|linux|mac|win)[\w.-]*-\d/))
    .toReversed()
    .flatMap((version) => foldersIn(version, /^chrome/))
    .flatMap((folder) => inside.map((name) => join(folder, name)));
}

function foldersIn(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => name.test(entry))
    .toSorted()
    .map((entry) => join(folder, entry));
}

/** Major version, or Infinity where asking would open a window (Windows). 0 when it does not run: a stub, a missing library. */
function majorVersion(path: string): number {
  if (platform() === 'win32') return Number.POSITIVE_INFINITY;
  const { status, stdout } = run(path, ['--version']);
  return status === 0 ? Number(/(\d+)\.\d/.exec(stdout)?.[1] ?? 0) : 0;
}

/** Does nothing when this is not Debian (Ubuntu's chromium package only points at a snap) or we may not install. */
function installWithApt(what: string, packages: string[]): void {
  if (!isDebian()) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && run('sudo', ['-n', 'true']).status !== 0) return;
  console.error(`Installing ${what} (apt-get) …`);
  const apt = (...args: string[]) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    const [first = '', ...rest] = isRoot ? command : ['sudo', '-n', ...command];
    return spawnSync(first, rest, { stdio: ['ignore', 2, 2], timeout: 600_000 }).status === 0;
  };
  apt('update');
  if (!apt('install', '-y', '--no-install-recommends', ...packages))
    console.error(`apt-get could not install ${what}.`);
}

function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'));
}

function downloadWithPlaywright(): void {
  console.error('Downloading Chromium (Playwright) …');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  // `--with-deps` installs system libraries and needs root.
  const deps = platform() === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  spawnSync(process.execPath, [cli, 'install', ...deps, '--no-shell', 'chromium'], {
    stdio: ['ignore', 2, 2],
    timeout: 900_000,
  });
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] });
