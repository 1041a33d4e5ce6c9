/**
 * Where the browser puts the detector. It is registered at run time and not in the manifest, so that a site that is
 * switched off, or every site, gets none of it: no script, no look, no message.
 */
import { browser, type Browser } from 'wxt/browser';
import { sitesSwitchedOff } from '../../lib/library/site-rules';
import { loadSettings } from '../../lib/settings/store';
import { library } from './library';
import { within } from './within';

type Script = Browser.scripting.RegisteredContentScript;

const ID = 'detector';
export const DETECTOR = 'content-scripts/detector.js';

/** A library that does not open must not keep the detector away. */
const RULES_TIMEOUT_MS = 2000;
const RETRY_MS = 1000;
/** Without access, Chromium neither runs nor rejects an injection. */
const PUT_TIMEOUT_MS = 2000;

let last: Promise<void> = Promise.resolve();

/**
 * Brings the registration into line with settings and rules. Browsers keep it when they end, and forget it when they
 * update us; whatever was missed is found at the next start of the worker. Changes wait for each other, since two at once
 * would both register. Never rejects.
 */
export function keepDetector(): Promise<void> {
  last = last
    .then(register)
    // What a worker that died had begun is neither there yet nor is its name free.
    .catch(() => rest(RETRY_MS).then(register))
    .catch((error: unknown) => console.error('The detector was not registered:', error));
  return last;
}

const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function register(): Promise<void> {
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const { detection } = await loadSettings();
  if (!detection) {
    if (present) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const sites = await within(RULES_TIMEOUT_MS, sitesSwitchedOff(library())).catch(() => null);
  // Rules that cannot be read are still what they were.
  const wanted = script(sites ? patternsOf(sites) : (present?.excludeMatches ?? []));
  if (!present) await browser.scripting.registerContentScripts([wanted]);
  else if (!isSame(present, wanted)) await browser.scripting.updateContentScripts([wanted]);
}

/** Into a page that is open already. */
export async function putDetector(tabId: number): Promise<void> {
  await within(PUT_TIMEOUT_MS, browser.scripting.executeScript({ target: { tabId }, files: [`/${DETECTOR}`] }));
}

const script = (excludeMatches: string[]): Script => ({
  id: ID,
  js: [DETECTOR],
  matches: ['http://*/*', 'https://*/*'],
  excludeMatches,
  // Earlier, with access narrowed to "on click", Chromium swallows clicks on the button. Firefox finds out that a document
  // is idle by an idle callback of the page's own window, and the page could see that its handle is missing.
  runAt: import.meta.env.FIREFOX ? 'document_end' : 'document_idle',
  persistAcrossSessions: true,
});

/** A name that is no host (a restored file may hold any) would cost the whole registration. Such a site is only filtered. */
function patternsOf(sites: readonly string[]): string[] {
  return sites.filter((site) => /^[\w.-]+$/.test(site)).map((site) => `*://${site}/*`);
}

const sorted = (patterns: readonly string[] | undefined): string => (patterns ?? []).toSorted().join(' ');

function isSame(present: Script, wanted: Script): boolean {
  return (
    sorted(present.excludeMatches) === sorted(wanted.excludeMatches) &&
    (present.js?.[0] ?? '').replace(/^\//, '') === DETECTOR
  );
}
