import { describe, expect, it } from 'vitest';
import { backupSource } from '../../../lib/library/backup';
import { restore } from '../../../lib/library/restore';
import { setPickedBlock, setSiteSwitches } from '../../../lib/library/site-rules';
import type { LibraryDb } from '../../../lib/library/schema';
import { aLibrary } from './a-library';

/** Merges rules of sites as a file would bring them. */
async function bring(rules: readonly unknown[], into: LibraryDb, now = 100): Promise<void> {
  await restore(
    into,
    {
      id: 'a file',
      parts: 0,
      articles: async () => [],
      siteRules: async () => JSON.parse(JSON.stringify(rules)) as unknown[],
      picture: async () => null,
    },
    { now: () => now, bringBack: false },
  );
}

const rulesOf = (db: LibraryDb) => backupSource(db, async () => ({})).siteRules();

describe('what was decided about sites, brought by a backup', () => {
  it('comes into a library without rules as it was, stamps included', async () => {
    const theirs = aLibrary();
    await setPickedBlock(theirs, 'a.example', 'main', 1);
    await setSiteSwitches(theirs, 'a.example', { openByItself: true }, 2);
    await setSiteSwitches(theirs, 'b.example', { detectionOff: true }, 3);
    const mine = aLibrary();
    await bring(await rulesOf(theirs), mine);
    expect(await rulesOf(mine)).toEqual(await rulesOf(theirs));
  });

  it('wins field by field where it was decided later, also when it was taken back', async () => {
    const theirs = aLibrary();
    const mine = aLibrary();
    await setSiteSwitches(theirs, 'a.example', { detectionOff: true, openByItself: true }, 1);
    await setSiteSwitches(mine, 'a.example', { detectionOff: true }, 5);
    await setPickedBlock(mine, 'a.example', 'main', 5);
    await setSiteSwitches(theirs, 'a.example', { detectionOff: false }, 9);
    await bring(await rulesOf(theirs), mine);
    const [rule] = await rulesOf(mine);
    expect(rule).toMatchObject({ site: 'a.example', block: 'main', openByItself: true });
    expect(rule).not.toHaveProperty('detectionOff');
    await setSiteSwitches(mine, 'a.example', { openByItself: false }, 200);
    await bring(await rulesOf(theirs), mine);
    expect((await rulesOf(mine))[0]).not.toHaveProperty('openByItself');
  });

  it('is left out where it is no rule', async () => {
    const mine = aLibrary();
    const stamps = { detectionOff: '000000000000001-0000-abc' };
    await bring(
      [{ site: 'a.example', detectionOff: 'yes', stamps }, { site: 7, stamps: {} }, null, 'a.example', { stamps }],
      mine,
    );
    expect(await rulesOf(mine)).toEqual([]);
  });
});
