/** Writing segments: block by block, out of everybody's sight, until one short transaction puts them into their place. */
import type { BlockRow, IndexCounts, SegmentRow } from '../search-db';
import type { Block } from './block';
import { IndexDamagedError } from './bytes';
import type { Source } from './merge-blocks';
import { answerIfReadable, answerOf, committed } from './request';
import { countsOf, readOfIndex, soundBytes, sumOf } from './sound';
import { writeDirectory } from './write-directory';

/** Blocks written in one transaction, so that no save waits for long: some 0.3 s. */
const SLICE = 64;
/** Blocks read at a time. */
const AHEAD = 8;

/** All blocks of a segment. */
const blocksOf = (seg: number): IDBKeyRange => IDBKeyRange.bound([seg, 0], [seg, Infinity]);

/** The index is derived: what a power cut takes from it is made again. */
export const writing = (database: IDBDatabase, stores: string[]): IDBTransaction =>
  database.transaction(stores, 'readwrite', { durability: 'relaxed' });

export async function bumpGeneration(transaction: IDBTransaction): Promise<void> {
  const meta = transaction.objectStore('ftsMeta');
  const row: { value: number } | undefined = await answerOf(meta.get('generation'));
  meta.put({ key: 'generation', value: (row?.value ?? 0) + 1 });
}

/** Keeps the count of what is there in step; see `readState`. Before there is an index nothing is counted. */
export async function recount(transaction: IDBTransaction, changed: Partial<IndexCounts>): Promise<void> {
  const meta = transaction.objectStore('ftsMeta');
  const counted = countsOf(await answerOf(meta.get('counts')));
  if (!counted) return;
  const value: IndexCounts = {
    documents: counted.documents + (changed.documents ?? 0),
    deltas: counted.deltas + (changed.deltas ?? 0),
    segments: counted.segments + (changed.segments ?? 0),
  };
  meta.put({ key: 'counts', value });
}

type NewSegment = Pick<SegmentRow, 'level' | 'docs' | 'base'>;

/** A new segment that nobody reads yet. */
export async function beginSegment(database: IDBDatabase, row: NewSegment) {
  const transaction = writing(database, ['ftsSeg']);
  const begun: Omit<SegmentRow, 'seg'> = { ...row, live: 0, directory: new Uint8Array(), blocks: 0, sum: 0 };
  const seg = Number(await answerOf(transaction.objectStore('ftsSeg').add(begun)));
  await committed(transaction);
  const firsts: Uint8Array[] = [];
  return {
    async write(blocks: readonly Block[]): Promise<void> {
      for (let from = 0; from < blocks.length; from += SLICE) {
        const slice = writing(database, ['ftsBlk']);
        for (const { first, bytes } of blocks.slice(from, from + SLICE)) {
          const n = firsts.push(first) - 1;
          slice.objectStore('ftsBlk').put({ seg, n, bytes, sum: sumOf(bytes) } satisfies BlockRow);
        }
        await committed(slice);
      }
    },
    /** The row as it is to stand when its blocks are all written. */
    finished(): SegmentRow {
      const directory = writeDirectory(firsts);
      return { ...begun, seg, directory, blocks: firsts.length, sum: sumOf(directory) };
    },
  };
}

/** The blocks of a segment one after another. Rejects with `IndexDamagedError` when one is missing or damaged. */
export function segmentSource(database: IDBDatabase, { seg, base, blocks }: SegmentRow): Source {
  let ahead: BlockRow[] = [];
  let next = 0;
  return {
    base,
    async next() {
      if (next >= blocks) return null;
      if (ahead.length === 0) {
        const store = database.transaction('ftsBlk', 'readonly').objectStore('ftsBlk');
        ahead = await readOfIndex<BlockRow[]>(store.getAll(IDBKeyRange.bound([seg, next], [seg, Infinity]), AHEAD));
      }
      const row = ahead.shift();
      if (row?.n !== next) throw new IndexDamagedError(`Block ${next} of segment ${seg} is missing.`);
      next++;
      return soundBytes(row.bytes, row.sum, `Block ${row.n} of segment ${seg}`);
    },
  };
}

/** Segments that no one finished: their writer died. Where one cannot be read, a look over the index finds it out. */
export async function dropUnfinished(database: IDBDatabase, isKept: (row: SegmentRow) => boolean): Promise<void> {
  const transaction = writing(database, ['ftsSeg', 'ftsBlk']);
  const rows: SegmentRow[] = (await answerIfReadable(transaction.objectStore('ftsSeg').getAll())) ?? [];
  for (const row of rows) if (row.live === 0 && !isKept(row)) deleteSegment(transaction, row.seg);
  await committed(transaction);
}

export function deleteSegment(transaction: IDBTransaction, seg: number): void {
  transaction.objectStore('ftsSeg').delete(seg);
  transaction.objectStore('ftsBlk').delete(blocksOf(seg));
}
