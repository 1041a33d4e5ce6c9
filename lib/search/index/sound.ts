/**
 * Rows of the index are looked at when they are read: whoever meets one that makes no sense must not answer from it. The
 * index is derived: it is made anew then, and until that is done every text is read at each query.
 */
import type { ColumnRow, DeltaRow, IndexCounts, LengthRow, SegmentRow } from '../search-db';
import { IndexDamagedError } from './bytes';
import { PAGE } from './columns';
import { isUnreadable } from '../unreadable';
import { answerOf } from './request';

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/**
 * FNV-1a (Fowler, Noll, Vo) by words of four bytes: where one word is another, so is the sum. Of all that a query reads
 * it takes about a millisecond.
 */
export function sumOf(...parts: readonly Numbers[]): number {
  let sum = 0x811c9dc5;
  for (const part of parts) {
    const { buffer, byteOffset, byteLength } = part.byteOffset % 4 === 0 ? part : part.slice();
    sum = added(sum, new Uint32Array(buffer, byteOffset, byteLength >> 2));
    sum = added(sum, new Uint8Array(buffer, byteOffset + (byteLength & ~3), byteLength & 3));
    sum = added(sum, [byteLength]);
  }
  return sum >>> 0;
}

/** In one loop of plain steps: it is the first code of a cold popup that is worth compiling. */
function added(before: number, values: ArrayLike<number>): number {
  let sum = before;
  for (let i = 0; i < values.length; i++) {
    sum = Math.imul(sum ^ (values[i] ?? 0), 0x01000193);
    // Multiplying carries upwards only: without this, two changes of highest bits would make up for each other.
    sum ^= sum >>> 15;
  }
  return sum;
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** What was read of the index. What the disk has lost is damage, too; that a transaction was aborted is none. */
export async function readOfIndex<T>(request: IDBRequest<T>): Promise<T> {
  return answerOf(request).catch((error: unknown) => {
    throw isUnreadable(error) ? new IndexDamagedError('Rows cannot be read.', { cause: error }) : error;
  });
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new IndexDamagedError(`${what} makes no sense.`);
}

/** Bytes of a row of `ftsBlk`, `ftsDelta` or `ftsSeg`. */
export function soundBytes(bytes: unknown, sum: unknown, what: string): Uint8Array {
  if (!isBytes(bytes) || sumOf(bytes) !== sum) throw new IndexDamagedError(`${what} is not what was written.`);
  return bytes;
}

/** None before the index is built for the first time. */
export function countsOf(row: { value?: Partial<IndexCounts> } | undefined): IndexCounts | null {
  const { documents, deltas, segments } = row?.value ?? {};
  return documents === undefined || deltas === undefined || segments === undefined
    ? null
    : { documents, deltas, segments };
}

export function checkDelta({ docNo, terms, sum }: DeltaRow): void {
  soundBytes(terms, sum, `The entry of document ${docNo}`);
}

export function checkSegment({ seg, base, directory, blocks, sum }: SegmentRow): void {
  soundBytes(directory, sum, `The directory of segment ${seg}`);
  check(Number.isSafeInteger(base) && Number.isSafeInteger(blocks), `Segment ${seg}`);
}

const sumOfLengths = ({ lengths, flags }: LengthRow): number => sumOf(lengths, flags);
const sumOfColumns = ({ saved, published, minutes }: ColumnRow): number => sumOf(saved, published, minutes);

/** To be called by whoever has changed a row and is about to write it. */
export const sealLengths = (row: LengthRow): LengthRow => ({ ...row, sum: sumOfLengths(row) });
export const sealColumns = (row: ColumnRow): ColumnRow => ({ ...row, sum: sumOfColumns(row) });

export const areLengths = (row: LengthRow | undefined): row is LengthRow =>
  row !== undefined &&
  isBytes(row.lengths) &&
  isBytes(row.flags) &&
  row.lengths.length === PAGE &&
  row.flags.length === PAGE &&
  row.sum === sumOfLengths(row);

export const areColumns = (row: ColumnRow | undefined): row is ColumnRow =>
  row !== undefined &&
  row.saved instanceof Uint32Array &&
  row.published instanceof Uint16Array &&
  isBytes(row.minutes) &&
  row.saved.length === PAGE &&
  row.published.length === PAGE &&
  row.minutes.length === PAGE &&
  row.sum === sumOfColumns(row);

export const checkLengths = (row: LengthRow): void => check(areLengths(row), `Page ${row.page} of lengths`);
export const checkColumns = (row: ColumnRow): void => check(areColumns(row), `Page ${row.page} of columns`);
