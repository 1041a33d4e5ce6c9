/** What the user decided about single sites. */
import { tick } from './clock';
import type { LibraryDb } from './schema';

/** The host of a web address, as rules are kept for; `null` for other addresses. */
export function ruleSite(url: string): string | null {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
  return new URL(url).host;
}

/** The selector of the block that the user picked on a site. */
export async function pickedBlock(db: LibraryDb, site: string): Promise<string | null> {
  return (await db.siteRules.get(site))?.block ?? null;
}

/** Remembers the picked block of a site; `null` forgets it. */
export function setPickedBlock(db: LibraryDb, site: string, block: string | null, now: number): Promise<void> {
  return db.transaction('rw', [db.siteRules, db.kv], async () => {
    const { block: _before, stamps, ...rule } = (await db.siteRules.get(site)) ?? { site };
    const stamp = await tick(db, now);
    await db.siteRules.put({ ...rule, ...(block === null ? {} : { block }), stamps: { ...stamps, block: stamp } });
  });
}

/** The sites that have a picked block, by name. */
export async function pickedBlocks(db: LibraryDb): Promise<{ site: string; block: string }[]> {
  const rules = await db.siteRules.toArray();
  return rules.flatMap(({ site, block }) => (block === undefined ? [] : [{ site, block }]));
}
