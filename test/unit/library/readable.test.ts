import type { DBCore } from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import { checkLibrary } from '../../../lib/library/integrity';
import { openLibrary } from '../../../lib/library/open';
import { readArticle } from '../../../lib/library/read';
import type { LibraryDb } from '../../../lib/library/schema';
import { openBackup } from '../../../lib/transfer/backup/read-backup';
import { backUp, fillLibrary } from '../transfer/backup/a-backup';

/** As Chromium does when the file of a large value is gone from the disk: the key is there, every reading of it fails. */
function losing(store: string, key: () => unknown): (core: DBCore) => DBCore {
  const gone = () => new DOMException('Failed to read large IndexedDB value', 'DataError');
  return (core) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      if (name !== store) return table;
      const isGone = (one: unknown) => JSON.stringify(one) === JSON.stringify(key());
      return {
        ...table,
        get: (request) => (isGone(request.key) ? Promise.reject(gone()) : table.get(request)),
        getMany: (request) => (request.keys.some(isGone) ? Promise.reject(gone()) : table.getMany(request)),
      };
    },
  });
}

async function aDamaged(store: string, keyOf: (db: LibraryDb, ids: string[]) => Promise<unknown>) {
  const db = openLibrary(`unreadable-${store}`);
  onTestFinished(() => db.delete());
  const ids = await fillLibrary(db, 4);
  const key = await keyOf(db, ids);
  db.close();
  db.use({ stack: 'dbcore', name: 'losing', create: losing(store, () => key) });
  await db.open();
  return { db, ids };
}

it('an article whose body cannot be read is damaged, and costs the backup no other article', async () => {
  const { db, ids } = await aDamaged('bodies', async (_, [first]) => first);
  expect(await readArticle(db, ids[0] ?? '')).toBeNull();
  expect(await readArticle(db, ids[1] ?? '')).not.toBeNull();
  const { findings, finished } = await checkLibrary(db);
  expect(finished).toBe(true);
  expect(findings.map(({ kind, articleId }) => [kind, articleId])).toContainEqual(['bodyMissing', ids[0]]);
  const { manifest } = await openBackup(await backUp(db));
  expect(manifest.counts).toMatchObject({ articles: 4, bodiless: 1, versions: 1 });
});

it('an earlier version that cannot be read stays away from the backup, alone', async () => {
  const { db } = await aDamaged('versions', async (_, [first]) => [first, 1]);
  const { manifest } = await openBackup(await backUp(db));
  expect(manifest.counts).toMatchObject({ articles: 4, bodiless: 0, versions: 0 });
});

it('a picture that cannot be read is lacking, alone', async () => {
  const { db } = await aDamaged(
    'pictures',
    async (library) => (await library.pictures.toCollection().primaryKeys())[0],
  );
  const all = await db.pictures.count();
  const { manifest } = await openBackup(await backUp(db));
  expect(manifest.counts).toMatchObject({ articles: 4, pictures: all - 1 });
});

it('a library that is closed under a backup is no library of lost texts: the backup fails', async () => {
  const { db } = await aDamaged('bodies', async () => 'none');
  const writing = backUp(db);
  db.close();
  await expect(writing).rejects.toThrow();
});
