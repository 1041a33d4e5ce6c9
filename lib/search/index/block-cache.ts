/** Blocks as they are read, of which those read last are kept for the next key stroke. */
import type { BlockRow } from '../search-db';
import { IndexDamagedError } from './bytes';
import { readOfIndex, soundBytes } from './sound';

/** Blocks kept in memory: some 4 MB. */
const KEPT = 512;

/** Blocks `from` … `to` of a segment, both included, in one request. Rejects with `IndexDamagedError`. */
export async function readBlocks(
  transaction: IDBTransaction,
  seg: number,
  from: number,
  to: number,
): Promise<Uint8Array[]> {
  const store = transaction.objectStore('ftsBlk');
  const rows: BlockRow[] = await readOfIndex(store.getAll(IDBKeyRange.bound([seg, from], [seg, to])));
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const row = rows[i];
    if (row?.n !== from + i) throw new IndexDamagedError(`Block ${from + i} of segment ${seg} is missing.`);
    return soundBytes(row.bytes, row.sum, `Block ${row.n} of segment ${seg}`);
  });
}

/** `numbers` follow each other. */
export type BlockCache = (
  transaction: IDBTransaction,
  seg: number,
  numbers: readonly number[],
) => Promise<Uint8Array[]>;

export function blockCache(): BlockCache {
  const kept = new Map<string, Uint8Array>();
  const keep = (name: string, bytes: Uint8Array): void => {
    // Set anew, it is the last to be forgotten.
    kept.delete(name);
    kept.set(name, bytes);
  };
  return async (transaction, seg, numbers) => {
    const had = numbers.map((n) => kept.get(`${seg}:${n}`));
    const missing = numbers.filter((_, i) => !had[i]);
    const [from = 0] = missing;
    const read = missing.length === 0 ? [] : await readBlocks(transaction, seg, from, missing.at(-1) ?? from);
    const all = numbers.flatMap((n, i) => had[i] ?? read[n - from] ?? []);
    for (const [i, bytes] of all.entries()) keep(`${seg}:${numbers[i]}`, bytes);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return all;
  };
}
