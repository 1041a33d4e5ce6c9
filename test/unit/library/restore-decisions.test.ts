import { describe, expect, it } from 'vitest';
import { backupSource } from '../../../lib/library/backup';
import { restore } from '../../../lib/library/restore';
import { setPickedBlock, setSiteSwitches } from '../../../lib/library/site-rules';
import type { LibraryDb } from '../../../lib/library/schema';
import { removeLabel } from '../../../lib/library/labels';
import { renameLabel } from '../../../lib/library/rename-label';
import { allowTerm, forgetRename, termPrefs } from '../../../lib/library/term-prefs';
import { anArticle, aLibrary, keyword, save } from './a-library';

/** Data as it comes from a file. */
const read = (rows: readonly unknown[]): unknown[] => JSON.parse(JSON.stringify(rows)) as unknown[];

type Brought = { rules?: readonly unknown[]; prefs?: readonly unknown[] };

/** Merges what was decided as a file would bring it. */
async function bring({ rules = [], prefs = [] }: Brought, into: LibraryDb, now = 100): Promise<void> {
  await restore(
    into,
    {
      id: 'a file',
      parts: 0,
      articles: async () => [],
      siteRules: async () => read(rules),
      termPrefs: async () => read(prefs),
      picture: async () => null,
    },
    { now: () => now, bringBack: false },
  );
}

const rulesOf = (db: LibraryDb) => backupSource(db, async () => ({})).siteRules();
const prefsOf = (db: LibraryDb) => backupSource(db, async () => ({})).termPrefs();

describe('what was decided about sites, brought by a backup', () => {
  it('comes into a library without rules as it was, stamps included', async () => {
    const theirs = aLibrary();
    await setPickedBlock(theirs, 'a.example', 'main', 1);
    await setSiteSwitches(theirs, 'a.example', { openByItself: true }, 2);
    await setSiteSwitches(theirs, 'b.example', { detectionOff: true }, 3);
    const mine = aLibrary();
    await bring({ rules: await rulesOf(theirs) }, mine);
    expect(await rulesOf(mine)).toEqual(await rulesOf(theirs));
  });

  it('wins field by field where it was decided later, also when it was taken back', async () => {
    const theirs = aLibrary();
    const mine = aLibrary();
    await setSiteSwitches(theirs, 'a.example', { detectionOff: true, openByItself: true }, 1);
    await setSiteSwitches(mine, 'a.example', { detectionOff: true }, 5);
    await setPickedBlock(mine, 'a.example', 'main', 5);
    await setSiteSwitches(theirs, 'a.example', { detectionOff: false }, 9);
    await bring({ rules: await rulesOf(theirs) }, mine);
    const [rule] = await rulesOf(mine);
    expect(rule).toMatchObject({ site: 'a.example', block: 'main', openByItself: true });
    expect(rule).not.toHaveProperty('detectionOff');
    await setSiteSwitches(mine, 'a.example', { openByItself: false }, 200);
    await bring({ rules: await rulesOf(theirs) }, mine);
    expect((await rulesOf(mine))[0]).not.toHaveProperty('openByItself');
  });

  it('is left out where it is no rule', async () => {
    const mine = aLibrary();
    const stamps = { detectionOff: '000000000000001-0000-abc' };
    const rules = [
      { site: 'a.example', detectionOff: 'yes', stamps },
      { site: 7, stamps: {} },
      null,
      'a.example',
      { stamps },
    ];
    await bring({ rules }, mine);
    expect(await rulesOf(mine)).toEqual([]);
  });
});

describe('what was decided about terms, brought by a backup', () => {
  /** A library where `a` was removed and `b` is called `c`. */
  async function deciding(now: number): Promise<LibraryDb> {
    const db = aLibrary();
    const { id } = await save(db, anArticle(), { keywords: [keyword('a'), keyword('b')], now });
    await removeLabel(db, 'keyword', [id], 'a', { now });
    await renameLabel(db, 'keyword', 'b', 'c', { now });
    return db;
  }

  const shown = async (db: LibraryDb) =>
    (await termPrefs(db)).map(({ term, removed, as }) => `${term} ${removed ? 'removed' : ''}${as ?? ''}`);

  it('comes into a library that knows nothing of it as it was, stamps included', async () => {
    const theirs = await deciding(1);
    const mine = aLibrary();
    await bring({ prefs: await prefsOf(theirs) }, mine);
    expect(await prefsOf(mine)).toEqual(await prefsOf(theirs));
    expect(await shown(mine)).toEqual(['a removed', 'b c']);
  });

  it('wins field by field where it was decided later, also when it was taken back', async () => {
    const [theirs, mine] = [await deciding(1), await deciding(5)];
    await allowTerm(theirs, 'a', 9);
    await forgetRename(mine, 'b', 12);
    await bring({ prefs: await prefsOf(theirs) }, mine);
    expect(await shown(mine)).toEqual([]);
    await bring({ prefs: await prefsOf(mine) }, theirs);
    expect(await shown(theirs)).toEqual([]);
  });

  it('gives no field to a term that the file has without a stamp', async () => {
    const mine = aLibrary();
    await bring({ prefs: [{ key: 'a', term: 'a', removed: true, stamps: {} }] }, mine);
    expect(await shown(mine)).toEqual([]);
  });

  it('is left out where it is none', async () => {
    const mine = aLibrary();
    const stamps = { removed: '000000000000001-0000-abc' };
    await bring(
      {
        prefs: [
          { key: 'a', term: 'b', removed: true, stamps },
          { key: 'a', term: 'a', removed: 'yes', stamps },
          { key: 'a', term: 'a', as: '', stamps },
          { key: 'a', term: 'a', as: { toString: 'x' }, stamps },
          { key: 'x'.repeat(2000), term: 'x'.repeat(2000), removed: true, stamps },
          { key: '', term: '', removed: true, stamps },
          { term: 'a', removed: true, stamps },
          { key: 'a', term: 'a', removed: true, stamps: { removed: 'now' } },
          null,
          7,
          [],
        ],
      },
      mine,
    );
    expect(await prefsOf(mine)).toEqual([]);
  });

  it('is in the file of an older build not at all', async () => {
    const mine = await deciding(1);
    await bring({}, mine);
    expect(await shown(mine)).toEqual(['a removed', 'b c']);
  });
});
