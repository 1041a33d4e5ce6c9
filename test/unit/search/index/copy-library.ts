/** One library, made once, as many times as a test wants to break it. */
import type { LibraryDb } from '../../../../lib/library/schema';
import { answerOf, committed } from '../../../../lib/search/index/request';
import { aLibrary } from '../../library/a-library';

export type Copy = { stores: Record<string, unknown[]>; lastNumber: number };

/** All rows of all stores, and the highest number that was given out. */
export async function rowsOf(db: LibraryDb): Promise<Copy> {
  const entries = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  const lastNumber = await db.texts.add({ articleId: '', text: '' });
  await db.texts.delete(lastNumber);
  return { stores: Object.fromEntries(entries), lastNumber };
}

/** Past Dexie, whose doors would derive rows anew. */
export async function libraryOf({ stores, lastNumber }: Copy): Promise<LibraryDb> {
  const db = aLibrary();
  await db.open();
  const transaction = db.backendDB().transaction(Object.keys(stores), 'readwrite');
  for (const [name, rows] of Object.entries(stores))
    for (const row of rows) transaction.objectStore(name).put(structuredClone(row));
  const texts = transaction.objectStore('texts');
  await answerOf(texts.put({ docNo: lastNumber, articleId: '', text: '' }));
  texts.delete(lastNumber);
  await committed(transaction);
  return db;
}
