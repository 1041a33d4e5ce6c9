/** What the user decided about single sites, for the detector and the reader. */
import { browser } from 'wxt/browser';
import {
  pickedBlock,
  ruleSite,
  setPickedBlock,
  siteSwitches,
  type SiteSwitches,
  switchSite,
} from '../../lib/library/site-rules';
import type { PageSender } from './doors';
import { check, schemas } from './schemas';
import { library } from './library';
import { within } from './within';

/** A library that does not open, or not yet, must not keep a page from being read, or its button dark. */
const RULE_TIMEOUT_MS = 500;

/** Remembers or forgets a pick. A private window leaves no trace: there a pick holds as long as its page. */
export async function pickBlock(data: unknown, { url, incognito }: PageSender): Promise<void> {
  const { block } = check(schemas.pickedBlock, data);
  const site = ruleSite(url);
  if (site && !incognito) await setPickedBlock(library(), site, block, Date.now());
}

/** The picked block for the page in a tab. `undefined` when it is not known: the reader goes on as it did. */
export async function blockFor(tabId: number): Promise<string | null | undefined> {
  const { url, incognito } = await browser.tabs.get(tabId);
  const site = ruleSite(url ?? '');
  if (!site) return undefined;
  const block = await within(RULE_TIMEOUT_MS, pickedBlock(library(), site)).catch(() => undefined);
  return incognito && block === null ? undefined : block;
}

/** How the site of an address is switched, in private windows, too; as if it were not where the library does not say. */
export async function switchesOf(url: string): Promise<SiteSwitches> {
  const site = switchSite(url);
  return site ? within(RULE_TIMEOUT_MS, siteSwitches(library(), site)).catch(() => ({})) : {};
}
