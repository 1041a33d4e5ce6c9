import { afterAll, expect, it } from 'vitest';
import type { LibraryDb } from '../../../../lib/library/schema';
import { keepIndex, type KeepOptions } from '../../../../lib/search/index/keep-index';
import { mergeDeltas } from '../../../../lib/search/index/merge';
import { injectFaults } from '../../../soak/faults';
import { aLibrary } from '../../library/a-library';
import { expectSame, expectTidy } from './compare';
import { oneLock } from './one-lock';
import { fill, QUERIES } from './some-library';

const faults = injectFaults();
afterAll(() => faults.remove());

const keep = (db: LibraryDb, options?: KeepOptions): Promise<boolean> => keepIndex(db.backendDB(), oneLock(), options);

/** A library whose index has lost its blocks: only a look at all of them tells, or a search that needs one. */
async function withoutBlocks(): Promise<LibraryDb> {
  const db = aLibrary();
  await db.open();
  await keep(db);
  await fill(db, 12);
  await mergeDeltas(db.backendDB(), 1);
  await db.ftsBlk.clear();
  return db;
}

async function expectHealed(db: LibraryDb): Promise<void> {
  await expectSame(db, QUERIES);
  await expectTidy(db);
  expect(await db.ftsMeta.get('doubted')).toBeUndefined();
}

it('a doubt about the index outlives the worker that was told of it', async () => {
  for (let at = 1; ; at++) {
    const db = await withoutBlocks();
    faults.arm({ how: 'killed after commit', at });
    await keep(db, { doubted: true }).catch(() => undefined);
    const struck = faults.disarm();
    // The alarm knows nothing of a doubt.
    await keep(db);
    await expectHealed(db);
    await db.delete();
    if (!struck) break;
  }
});

it('a doubt is kept for whoever is looking after the index already', async () => {
  const db = await withoutBlocks();
  const locks = oneLock();
  let end: () => void = () => {};
  const other = locks.request('quietpage-index', () => new Promise<void>((resolve) => (end = resolve)));
  expect(await keepIndex(db.backendDB(), locks, { doubted: true })).toBe(false);
  end();
  await other;
  expect(await keepIndex(db.backendDB(), locks)).toBe(true);
  await expectHealed(db);
});

it('a doubt that nothing bears out is forgotten, and costs one look', async () => {
  const db = aLibrary();
  await db.open();
  await keep(db);
  await fill(db, 20);
  const before = await db.ftsMeta.get('version');
  await keep(db, { doubted: true });
  expect([await db.ftsMeta.get('doubted'), await db.ftsMeta.get('version')]).toEqual([undefined, before]);
  await expectHealed(db);
});
