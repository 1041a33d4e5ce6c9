/** Deeds on a library, struck at each of their writes and done again. */
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openLibrary } from '../../../lib/library/open';
import { pendingPictures, storePicture } from '../../../lib/library/pictures';
import { saveArticle } from '../../../lib/library/save';
import type { LibraryDb } from '../../../lib/library/schema';
import { siteRules } from '../../../lib/library/site-rules';
import { stateOf } from '../../soak/compare';
import { FAULTS, injectFaults } from '../../soak/faults';
import { preparedStory } from '../../soak/stories';

// Struck at each of some fifty writes, and done again each time.
vi.setConfig({ testTimeout: 30_000 });

export const faults = injectFaults();
afterEach(() => void faults.disarm());
afterAll(() => faults.remove());

export const ERRORS = FAULTS.filter((how) => how !== 'killed after commit');
const telling = { url: 1, story: 0, variant: 0 };
export const bulk = { now: 2_000_000_000_000 };

export const save = async (db: LibraryDb, change: Partial<typeof telling>, saveId: string) =>
  saveArticle(db, await preparedStory({ ...telling, ...change }), {
    saveId,
    // Ids of articles are in the order of their saves then.
    now: 1_900_000_000_000 + saveId.charCodeAt(0),
  });

export const idsIn = async (db: LibraryDb) => (await db.articles.orderBy('docNo').primaryKeys()) as string[];

/** Saves of changed articles do not change this one. */
export const firstId = async (db: LibraryDb) => (await db.articles.orderBy(':id').first())?.id ?? '';

export async function storePictures(db: LibraryDb): Promise<void> {
  for (const job of await pendingPictures(db, Infinity))
    await storePicture(db, job, { ok: true, blob: new Blob([job.url]) }, 1);
}

/** `act` is what the user or the background does, and does again after a fault. */
export type Deed = {
  name: string;
  before?: (db: LibraryDb) => Promise<unknown>;
  act: (db: LibraryDb) => Promise<unknown>;
};

export const saveTwo = async (db: LibraryDb) => {
  await save(db, {}, 'a');
  await save(db, { url: 2, story: 1 }, 'b');
  await storePictures(db);
};
let runs = 0;
/** Without their stamps, which name the device and the moment. */
const rulesOf = async (db: LibraryDb) =>
  (await siteRules(db)).map(({ site, block, detectionOff, openByItself }) => ({
    site,
    block,
    detectionOff,
    openByItself,
  }));

/** Ids are made by chance. */
const plain = async (db: LibraryDb) =>
  JSON.stringify([await stateOf(db), await rulesOf(db)]).replaceAll(/01[0-9A-Z]{24}/g, 'id');

async function prepared({ before }: Deed): Promise<LibraryDb> {
  const db = openLibrary(`faults-${(runs += 1)}`);
  await db.open();
  await before?.(db);
  return db;
}

/** What a deed comes to without a fault, and how often it writes. */
async function undisturbed(deed: Deed) {
  const db = await prepared(deed);
  const before = await plain(db);
  faults.counted();
  await deed.act(db);
  const counted = faults.counted();
  const after = await plain(db);
  await db.delete();
  return { before, after, ...counted };
}

/** Each keeps everything when it fails, and comes to the same in the end. */
export const struck = (deeds: readonly Deed[]): void =>
  describe.each(deeds)('$name', (deed) => {
    it.each(ERRORS)('keeps everything and can be done again: %s at each write', async (how) => {
      const { before, after, writes, commits } = await undisturbed(deed);
      expect(writes).toBeGreaterThan(0);
      for (let at = 1; at <= writes; at += 1) {
        const db = await prepared(deed);
        faults.arm({ how, at });
        await expect(deed.act(db)).rejects.toThrow();
        expect(faults.disarm()).toBe(true);
        db.close();
        const again = openLibrary(db.name);
        // The picture queue, a repair and a restore take several transactions: those before the fault are done.
        if (commits === 1) expect(await plain(again)).toBe(before);
        await deed.act(again);
        expect(await plain(again)).toBe(after);
        await again.delete();
      }
    });

    it('ends the same when it is killed after each commit and done again', async () => {
      const { after, commits } = await undisturbed(deed);
      for (let at = 1; at <= commits; at += 1) {
        const db = await prepared(deed);
        faults.arm({ how: 'killed after commit', at });
        await deed.act(db).catch(() => undefined);
        expect(faults.disarm()).toBe(true);
        db.close();
        const again = openLibrary(db.name);
        await deed.act(again);
        expect(await plain(again)).toBe(after);
        await again.delete();
      }
    });
  });
