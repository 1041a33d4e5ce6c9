/** Is the index whole? To be asked before its rows go into others, and when a search could not be answered from it. */
import type { BlockRow, NoteRow } from '../search-db';
import { walkBlock } from './block';
import { compareBytes, IndexDamagedError } from './bytes';
import { FLAG } from './columns';
import { firstOf } from './directory';
import { readOfIndex, soundBytes } from './sound';
import { type IndexState, readColumns, readState, type Segment } from './state';

const STORES = ['ftsMeta', 'ftsSeg', 'ftsDelta', 'ftsLen', 'ftsCol', 'ftsNote'];

/** Every note that is counted as one has a row that says to which article it belongs. */
async function checkNotes(transaction: IDBTransaction, { lengths, flags }: IndexState): Promise<void> {
  const notes: NoteRow[] = await readOfIndex(transaction.objectStore('ftsNote').getAll());
  const held = new Set(notes.map(({ docNo }) => docNo));
  for (let doc = 0; doc < lengths.length; doc++)
    if (lengths[doc] !== 0 && ((flags[doc] ?? 0) & FLAG.isNote) !== 0 && !held.has(doc))
      throw new IndexDamagedError(`Note ${doc} belongs to nothing.`);
}

async function checkBlock(database: IDBDatabase, { seg }: Segment, n: number, first: Uint8Array): Promise<void> {
  const store = database.transaction('ftsBlk', 'readonly').objectStore('ftsBlk');
  const row: BlockRow | undefined = await readOfIndex(store.get([seg, n]));
  const bytes = soundBytes(row?.bytes, row?.sum, `Block ${n} of segment ${seg}`);
  const [entry] = walkBlock(bytes);
  if (!entry || compareBytes(entry.term, first) !== 0)
    throw new IndexDamagedError(`Block ${n} of segment ${seg} begins with another term than its directory says.`);
}

/**
 * Under the lock of the index. Rejects with `IndexDamagedError`. `blocks`: reads all of them, too, one after the other,
 * which takes seconds in a large library.
 */
export async function lookOver(database: IDBDatabase, { blocks }: { blocks: boolean }): Promise<void> {
  const transaction = database.transaction(STORES, 'readonly');
  const state = await readState(transaction);
  await readColumns(transaction, state);
  await checkNotes(transaction, state);
  if (!blocks) return;
  for (const segment of state.segments)
    for (let n = 0; n < segment.directory.places.length; n++)
      await checkBlock(database, segment, n, firstOf(segment.directory, n));
}
