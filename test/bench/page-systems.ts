/** What `bench -- page` compares: the built extension, two that only run Readability's quick test, and two that do nothing. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../commands/build.ts';
import { type Chromium, launchChromium } from '../commands/launch-chromium.ts';
import { bundle } from './bundle.ts';
import type { Results } from './results.ts';

/** The controls have the same manifest without a content script, so that every browser carries an extension. */
const MANIFEST = {
  manifest_version: 3,
  version: '1',
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'background.js' },
};
const ANSWERS_NOTHING = 'chrome.runtime.onMessage.addListener(() => false);';

/** System → its content script in `in-page/`. */
const PEERS = {
  isProbablyReaderable: 'readerable',
  'isProbablyReaderable, told': 'readerable-told',
  nothing: null,
  'nothing again': null,
} as const;
export type PageSystem = 'quietpage' | keyof typeof PEERS;

/** `folder`: for the extension, if it is one of the bench. */
export async function launchSystem(system: PageSystem, folder: string): Promise<Chromium> {
  const extension = system === 'quietpage' ? ensureBuilt('chrome') : await buildPeer(system, folder);
  const chromium = await launchChromium({ extension, headless: true, viewport: { width: 1000, height: 760 } });
  // A welcome page is none of those that are measured.
  for (const page of chromium.context.pages().slice(1)) await page.close();
  return chromium;
}

async function buildPeer(system: keyof typeof PEERS, folder: string): Promise<string> {
  const extension = join(folder, system.replaceAll(/\W+/g, '-'));
  mkdirSync(extension);
  const script = PEERS[system];
  const scripts = [{ matches: ['http://*/*', 'https://*/*'], js: ['content.js'], run_at: 'document_idle' }];
  const manifest = { ...MANIFEST, name: `Bench: ${system}`, content_scripts: script ? scripts : [] };
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(extension, 'background.js'), ANSWERS_NOTHING);
  if (script) writeFileSync(join(extension, 'content.js'), await bundle(`./in-page/${script}.ts`));
  return extension;
}

/** What every page that is opened has to hold: our detector, and what npm packages for readers would put in its place. */
export async function weighScripts(results: Results): Promise<void> {
  const detector = join(ensureBuilt('chrome'), 'content-scripts', 'detector.js');
  results.add('quietpage', 'bytes', 'bytes', statSync(detector).size);
  const scripts = { isProbablyReaderable: 'readerable', readability: 'readability', defuddle: 'defuddle' };
  for (const [system, script] of Object.entries(scripts))
    results.add(system, 'bytes', 'bytes', Buffer.byteLength(await bundle(`./in-page/${script}.ts`)));
}
