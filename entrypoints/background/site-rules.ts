/** What the user decided about single sites, for the reader. */
import { browser } from 'wxt/browser';
import { pickedBlock, ruleSite, setPickedBlock } from '../../lib/library/site-rules';
import type { PageSender } from './doors';
import { check, schemas } from './schemas';
import { library } from './library';

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
  const block = await pickedBlock(library(), site);
  return incognito && block === null ? undefined : block;
}
