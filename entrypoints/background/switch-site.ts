/** The switches of a site are turned here, so that rule, registration and buttons go together. */
import { setSiteSwitches, sitesSwitchedOff, switchSite as siteOf } from '../../lib/library/site-rules';
import { putOut } from './badge';
import { keepDetector } from './detector';
import type { PageSender } from './doors';
import { library } from './library';
import { check, schemas } from './schemas';
import { switchesOf } from './site-rules';

/** For our own pages. Rejects when nothing was written. The same again changes nothing. */
export async function switchSite(data: unknown): Promise<void> {
  const { site, ...change } = check(schemas.siteSwitches, data);
  await setSiteSwitches(library(), site, change, Date.now());
  if (change.detectionOff === undefined) return;
  if (change.detectionOff) await putOut((url) => siteOf(url) === site);
  await keepDetector();
}

/** For the reader in a page. A private window leaves no trace, so it is offered nothing to change. */
export async function siteOpens(data: unknown, { url, incognito }: PageSender): Promise<boolean> {
  const { stop } = check(schemas.siteOpens, data);
  const site = siteOf(url);
  if (!site || incognito) return false;
  if (stop) await setSiteSwitches(library(), site, { openByItself: false }, Date.now());
  return (await switchesOf(url)).openByItself === true;
}

/** For our own pages: rules came in from a backup. */
export async function followSites(): Promise<void> {
  await keepDetector();
  const off = new Set(await sitesSwitchedOff(library()));
  await putOut((url) => off.has(siteOf(url) ?? ''));
}
