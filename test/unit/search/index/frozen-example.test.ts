import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '../../../../lib/library/open';
import type { LibraryDb } from '../../../../lib/library/schema';
import { keepIndex } from '../../../../lib/search/index/keep-index';
import { committed } from '../../../../lib/search/index/request';
import { INDEX_VERSION } from '../../../../lib/search/index/version';
import example from '../../../database-examples/index-1.json' with { type: 'json' };
import { expectSame, expectTidy } from './compare';
import { oneLock } from './one-lock';
import { QUERIES } from './some-library';

/** Bytes stand in the file as text, with the kind of array that they were. */
type Frozen = { array: 'Uint8Array' | 'Uint16Array' | 'Uint32Array'; base64: string };

const isFrozen = (value: unknown): value is Frozen =>
  typeof value === 'object' && value !== null && 'array' in value && 'base64' in value;

function thawed({ array, base64 }: Frozen): ArrayBufferView {
  const { buffer } = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new { Uint8Array, Uint16Array, Uint32Array }[array](buffer);
}

const thawRow = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isFrozen(value) ? thawed(value) : value]));

/** The library as a build of that time left it. */
async function written(name: string): Promise<LibraryDb> {
  const db = openLibrary(name);
  onTestFinished(() => db.delete());
  await db.open();
  const stores: Record<string, object[]> = example.rows;
  const transaction = db.backendDB().transaction(Object.keys(stores), 'readwrite');
  for (const [store, rows] of Object.entries(stores))
    for (const row of rows) transaction.objectStore(store).put(thawRow(row));
  await committed(transaction);
  return db;
}

describe('an index of format 1', () => {
  it('is read as it stands: two levels, saves that wait, notes, versions, the trash', async () => {
    const db = await written('frozen-1');
    expect(INDEX_VERSION, 'a new version needs an example of its own').toBe(example.version);
    expect((await db.ftsSeg.toArray()).map(({ level }) => level).toSorted()).toEqual([1, 2]);
    expect(await db.ftsDelta.count()).toBeGreaterThan(0);
    await expectSame(db, QUERIES);
  });

  it('is made anew where it is of another version, and until then every text is read', async () => {
    const db = await written('frozen-other');
    await db.ftsMeta.put({ key: 'version', value: '0.9' });
    await expectSame(db, QUERIES, false);
    await keepIndex(db.backendDB(), oneLock());
    await expectSame(db, QUERIES);
    await expectTidy(db);
  });
});
