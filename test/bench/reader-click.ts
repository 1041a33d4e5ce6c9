/**
 * From a click to the painted clean view, in the built extension and in one that only runs Readability and shows what it
 * gives. The click is the message that the popup's button sends; every click finds a fresh page without our script in it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { ensureBuilt } from '../commands/build.ts';
import { type Chromium, launchChromium } from '../commands/launch-chromium.ts';
import { bundle } from './bundle.ts';
import type { MadePage } from './made-page.ts';
import type { Results } from './results.ts';
import { rounds } from './rounds.ts';

declare const chrome: typeof browser;

const SYSTEMS = ['quietpage', 'readability'] as const;
const TIMES = 10;
const PAINT_LIMIT_MS = 30_000;

type Reader = { chromium: Chromium; lever: Page };

export async function timeClicks(pages: readonly MadePage[], results: Results, say: (line: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'quietpage-bench-'));
  const readers: Partial<Record<(typeof SYSTEMS)[number], Reader>> = {};
  try {
    readers.quietpage = await startReader(ensureBuilt('chrome'), '/icon/16.png');
    readers.readability = await startReader(await buildPeer(folder), '/manifest.json');
    for (const page of pages) {
      const clicks = await rounds(SYSTEMS, { times: TIMES + 1 }, async (system) => {
        const reader = readers[system];
        if (!reader) throw new Error(`${system} has not started.`);
        return click(reader, page);
      });
      for (const system of SYSTEMS) {
        // The first finds the extension's worker and the browser's caches cold.
        const [first = 0, ...rest] = clicks[system];
        results.add(system, 'click', 'ms', ...rest);
        say(
          `click on ${page.url} (${page.name}): ${system} ${Math.min(...rest).toFixed(0)} ms, first ${first.toFixed(0)} ms`,
        );
      }
    }
  } finally {
    for (const reader of Object.values(readers)) await reader.chromium.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildPeer(folder: string): Promise<string> {
  const extension = join(folder, 'readability-reader');
  mkdirSync(extension);
  const manifest = {
    manifest_version: 3,
    name: 'Bare Readability',
    version: '1',
    permissions: ['scripting'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js' },
  };
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(extension, 'background.js'), await bundle('./in-page/bare-reader-background.ts'));
  writeFileSync(join(extension, 'content.js'), await bundle('./in-page/bare-reader.ts'));
  return extension;
}

/** `path`: a file of the extension that runs no code; its page sends the clicks. */
async function startReader(extension: string, path: string): Promise<Reader> {
  const chromium = await launchChromium({ extension, headless: true, viewport: { width: 1000, height: 760 } });
  const lever = await chromium.context.newPage();
  await lever.goto(`chrome-extension://${chromium.extensionId}${path}`);
  return { chromium, lever };
}

/** Milliseconds on the clock that all processes of the browser share. */
async function click({ chromium, lever }: Reader, { url, html }: MadePage): Promise<number> {
  const page = await chromium.context.newPage();
  try {
    await page.addInitScript(noticePaint);
    await page.route('**/*', (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
        : route.abort(),
    );
    await page.goto(url, { waitUntil: 'load' });
    await page.bringToFront();
    const clicked = await lever.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const start = performance.timeOrigin + performance.now();
      void chrome.runtime.sendMessage({ type: 'openReader', data: { tabId: tab?.id } });
      return start;
    });
    const painted = await page.waitForFunction(
      () => Number(document.documentElement.dataset['painted']) || null,
      null,
      {
        timeout: PAINT_LIMIT_MS,
      },
    );
    return Number(await painted.jsonValue()) - clicked;
  } finally {
    await page.close();
  }
}

/** Runs in the page: both readers add one `div` to `<html>` when their view is complete; a task after the next frame it is painted. */
function noticePaint(): void {
  const observer = new MutationObserver((records) => {
    const added = records.flatMap((record) => [...record.addedNodes]);
    if (!added.some((node) => node.nodeName === 'DIV')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        document.documentElement.dataset['painted'] = String(performance.timeOrigin + performance.now());
      });
      port1.start();
      port2.postMessage(null);
    });
  });
  document.addEventListener('readystatechange', () => observer.observe(document.documentElement, { childList: true }), {
    once: true,
  });
}
