/** What an import tells the index, inside its own transaction: many documents at once, which no merge has to gather. */
import type { SearchDb } from '../search-db';
import type { Block } from './block';
import { levelFor } from './segment-level';
import { sumOf } from './sound';
import { countDocuments, writeLengths } from './write';
import { writeDirectory } from './write-directory';

/** Beside those of `addDocuments`. */
export const segmentStores = (db: SearchDb) => [db.ftsSeg, db.ftsBlk];

/** Documents that follow each other: their postings count from the first one. `lengths`: quantised, of each. */
export type BuiltSegment = { blocks: readonly Block[]; lengths: readonly number[] };

/** A rebuild under way throws away all segments but its own; of what comes meanwhile it keeps single documents. */
export const takesSegments = async (db: SearchDb): Promise<boolean> => (await db.ftsMeta.get('rebuild')) === undefined;

/** Adds texts under numbers that are new, from `first` on without a gap, as a segment that is live with the transaction. */
export async function addSegment(db: SearchDb, first: number, { blocks, lengths }: BuiltSegment): Promise<void> {
  const directory = writeDirectory(blocks.map((block) => block.first));
  const seg = await db.ftsSeg.add({
    level: levelFor(lengths.length),
    live: 1,
    docs: lengths.length,
    base: first,
    directory,
    blocks: blocks.length,
    sum: sumOf(directory),
  });
  await db.ftsBlk.bulkPut(blocks.map(({ bytes }, n) => ({ seg, n, bytes, sum: sumOf(bytes) })));
  const documents = lengths.map((length, i) => ({ docNo: first + i, length }));
  await writeLengths(db, documents, 0);
  await countDocuments(db, { documents: lengths.length, segments: 1 });
}
