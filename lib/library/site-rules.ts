/** What the user decided about single sites. */
import { tick } from './clock';
import { decide } from './decide';
import type { LibraryDb, SiteRuleRow } from './schema';

type RuleField = Exclude<keyof SiteRuleRow, 'site' | 'stamps'>;

/** Two answers that a site can be given; both are no until they are yes. */
export type SiteSwitch = Exclude<RuleField, 'block'>;
export type SiteSwitches = Partial<Record<SiteSwitch, boolean>>;

export const RULE_FIELDS: readonly RuleField[] = ['block', 'detectionOff', 'openByItself'];

/** The host of a web address, as picked blocks are kept for; `null` for other addresses. */
export function ruleSite(url: string): string | null {
  return webAddress(url)?.host ?? null;
}

/**
 * The host of a web address without its port, as switches are kept for: the pages that a browser spares the detector are
 * told to it by match patterns, and Firefox knows none with a port. `null` for other addresses.
 */
export function switchSite(url: string): string | null {
  return webAddress(url)?.hostname ?? null;
}

function webAddress(url: string): URL | null {
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url) : null;
}

/** Sets some fields of a site; `undefined` takes one back. */
function setRule(
  db: LibraryDb,
  site: string,
  change: Partial<Record<RuleField, SiteRuleRow[RuleField]>>,
  now: number,
): Promise<void> {
  return db.transaction('rw', [db.siteRules, db.kv], async () => {
    let rule = (await db.siteRules.get(site)) ?? { site, stamps: {} };
    for (const field of RULE_FIELDS.filter((name) => name in change)) {
      const stamps = { [field]: await tick(db, now) };
      rule = decide(rule, field, { [field]: change[field], stamps });
    }
    await db.siteRules.put(rule);
  });
}

/** The selector of the block that the user picked on a site. */
export async function pickedBlock(db: LibraryDb, site: string): Promise<string | null> {
  return (await db.siteRules.get(site))?.block ?? null;
}

/** Remembers the picked block of a site; `null` forgets it. */
export function setPickedBlock(db: LibraryDb, site: string, block: string | null, now: number): Promise<void> {
  return setRule(db, site, { block: block ?? undefined }, now);
}

/** How a site is switched. */
export async function siteSwitches(db: LibraryDb, site: string): Promise<Required<SiteSwitches>> {
  const { detectionOff = false, openByItself = false } = (await db.siteRules.get(site)) ?? {};
  return { detectionOff, openByItself };
}

/** Switches a site; what is not named stays as it is. */
export function setSiteSwitches(db: LibraryDb, site: string, change: SiteSwitches, now: number): Promise<void> {
  const fields = Object.entries(change).map(([name, on]) => [name, on || undefined] as const);
  return setRule(db, site, Object.fromEntries(fields), now);
}

/** The sites whose pages are not looked at. */
export async function sitesSwitchedOff(db: LibraryDb): Promise<string[]> {
  return (await db.siteRules.toArray()).filter(({ detectionOff }) => detectionOff).map(({ site }) => site);
}

/** The sites for which anything is decided, by name. */
export async function siteRules(db: LibraryDb): Promise<SiteRuleRow[]> {
  return (await db.siteRules.toArray()).filter((rule) => RULE_FIELDS.some((field) => rule[field] !== undefined));
}
