import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../lib/library/integrity';
import { setNote } from '../../../lib/library/note';
import { repairLibrary } from '../../../lib/library/repair-library';
import type { LibraryDb } from '../../../lib/library/schema';
import { sealColumns, sealLengths } from '../../../lib/search/index/sound';
import { oneLock } from '../search/index/one-lock';
import { indexed, searchIn } from '../search/search-in';
import { anArticle, aLibrary, save } from './a-library';

const NOW = 1_900_000_000_000;

/** Two articles, one with a note, so that all stores of the index hold something. */
async function built(): Promise<{ db: LibraryDb; docNo: number }> {
  const db = aLibrary();
  await indexed(db);
  const { id } = await save(db, anArticle());
  for (let n = 0; n < 20; n++)
    await save(db, anArticle({ url: `https://news.example.com/${n}`, text: `第 ${n} 个故事。` }));
  await indexed(db);
  await setNote(db, id, '带孩子去', NOW);
  return { db, docNo: (await db.articles.get(id))?.docNo ?? 0 };
}

type Harm = (db: LibraryDb, docNo: number) => Promise<unknown>;

const HARMS: [string, Harm][] = [
  ['no lengths', (db) => db.ftsLen.clear()],
  ['no columns', (db) => db.ftsCol.clear()],
  ['no notes', (db) => db.ftsNote.clear()],
  ['no saves that wait', (db) => db.ftsDelta.clear()],
  ['no segments', (db) => db.ftsSeg.clear()],
  ['no blocks', (db) => db.ftsBlk.clear()],
  ['no counts', (db) => db.ftsMeta.delete('counts')],
  // What no sum and no count tells: it was written so.
  [
    'an article in another state',
    async (db, docNo) => {
      const row = await db.ftsLen.get(0);
      if (row) await db.ftsLen.put(sealLengths({ ...row, flags: row.flags.with(docNo, 2) }));
    },
  ],
  [
    'a length under another number',
    async (db, docNo) => {
      const row = await db.ftsLen.get(0);
      if (row) await db.ftsLen.put(sealLengths({ ...row, lengths: row.lengths.with(docNo, 0).with(900, 7) }));
    },
  ],
  [
    'another date',
    async (db, docNo) => {
      const row = await db.ftsCol.get(0);
      if (row) await db.ftsCol.put(sealColumns({ ...row, saved: row.saved.with(docNo, 77) }));
    },
  ],
  [
    'a note to an article that is gone',
    async (db) => {
      const [note] = await db.ftsNote.toArray();
      if (note) await db.ftsNote.put({ ...note, articleId: 'GONE' });
    },
  ],
];

const ofIndex = async (db: LibraryDb) =>
  (await checkLibrary(db)).findings.filter(({ kind }) => kind === 'indexDiffers');

describe('the examination of the index', () => {
  it('finds nothing in a sound one, and none where it is not built yet', async () => {
    const { db } = await built();
    expect(await ofIndex(db)).toEqual([]);
    await db.ftsMeta.put({ key: 'version', value: '0.9' });
    await db.ftsLen.clear();
    expect(await ofIndex(db)).toEqual([]);
  });

  it.each(HARMS)('finds %s, once, and makes it anew', async (_, harm) => {
    const { db, docNo } = await built();
    await harm(db, docNo);
    const findings = await ofIndex(db);
    expect(findings).toEqual([{ kind: 'indexDiffers' }]);
    const means = { textOf: (html: string) => html, now: NOW, locks: oneLock() };
    expect(await repairLibrary(db, findings, means)).toBe(1);
    expect(await ofIndex(db)).toEqual([]);
    expect(await searchIn(db, '带孩子', { limit: 5 })).toMatchObject({ total: 1, indexed: true });
  });
});
