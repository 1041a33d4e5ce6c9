import { describe, expect, it } from 'vitest';
import { PartlyDoneError } from '../../../lib/library/bulk';
import { addLabel, removeLabel } from '../../../lib/library/labels';
import { dropLabel, renameLabel } from '../../../lib/library/rename-label';
import { allowTerm, forgetRename, termPrefs } from '../../../lib/library/term-prefs';
import { undo, type UndoToken } from '../../../lib/library/undo';
import { countArticles } from '../../soak/listed';
import { aLibrary, anArticle, keyword, save as saveOne } from './a-library';
import { bulk, faults, idsIn, save, saveTwo, struck } from './struck';

/** What the deed before it gave back. */
let token: UndoToken = { parts: [] };

struck([
  {
    name: 'a keyword given by hand that had been removed',
    before: async (db) => (await saveTwo(db), dropLabel(db, 'keyword', 'shared', bulk)),
    act: async (db) => addLabel(db, 'keyword', await idsIn(db), 'shared', bulk),
  },
  {
    name: 'a keyword taken from articles',
    before: saveTwo,
    act: async (db) => removeLabel(db, 'keyword', await idsIn(db), 'shared', bulk),
  },
  {
    name: 'a keyword taken from all articles',
    before: saveTwo,
    act: (db) => dropLabel(db, 'keyword', 'shared', bulk),
  },
  {
    name: 'a new name for a keyword, which others have',
    before: saveTwo,
    act: (db) => renameLabel(db, 'keyword', 'shared', 'story 0', bulk),
  },
  {
    name: 'a way back from a removal',
    before: async (db) => {
      await saveTwo(db);
      token = await dropLabel(db, 'keyword', 'shared', bulk);
    },
    act: (db) => undo(db, token, bulk.now + 1),
  },
  {
    name: 'a way back from a new name',
    before: async (db) => {
      await saveTwo(db);
      token = await renameLabel(db, 'keyword', 'shared', 'story 0', bulk);
    },
    act: (db) => undo(db, token, bulk.now + 1),
  },
  {
    name: 'a removal that holds only here',
    before: async (db) => (await saveTwo(db), dropLabel(db, 'keyword', 'shared', bulk)),
    act: (db) => allowTerm(db, 'shared', 5),
  },
  {
    name: 'a new name that holds only here',
    before: async (db) => (await saveTwo(db), renameLabel(db, 'keyword', 'shared', 'other', bulk)),
    act: (db) => forgetRename(db, 'shared', 5),
  },
  {
    name: 'a save of a changed article whose keywords were edited',
    before: async (db) => {
      await saveTwo(db);
      await removeLabel(db, 'keyword', await idsIn(db), 'shared', bulk);
      await addLabel(db, 'keyword', await idsIn(db), 'own', bulk);
    },
    act: (db) => save(db, { variant: 1 }, 'c'),
  },
]);

describe('a disk that is full half-way', () => {
  it.each([
    ['taking a keyword from all', 'drop'],
    ['renaming one', 'rename'],
  ])('leaves %s where it was, and what was done can be taken back', { timeout: 60_000 }, async (_, how) => {
    const db = aLibrary();
    const { id } = await saveOne(db, anArticle(), { keywords: [keyword('a'), keyword('b')] });
    const row = await db.articles.get(id);
    const more = Array.from({ length: 1200 }, (_, n) => ({ ...row, id: `M${n}`, docNo: 100 + n }));
    await db.articles.bulkAdd(more as never);
    const listed = (term: string) => countArticles(db, { place: 'all', tag: null, keyword: term });
    faults.arm({ how: 'QuotaExceededError', at: 800 });
    const failed: unknown = await (
      how === 'drop' ? dropLabel(db, 'keyword', 'b', bulk) : renameLabel(db, 'keyword', 'b', 'c', bulk)
    ).catch((error: unknown) => error);
    expect([faults.disarm(), failed instanceof PartlyDoneError]).toEqual([true, true]);
    expect([await listed('b'), (await termPrefs(db)).length]).toEqual([701, 1]);
    await undo(db, (failed as PartlyDoneError).done, 9);
    expect([await listed('b'), await listed('c'), await termPrefs(db)]).toEqual([1201, 0, []]);
  });
});
