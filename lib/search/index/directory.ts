/** The directory of a segment: the first term of each of its blocks, one after the other, each behind its length. */
import { type ByteReader, compareBytes, IndexDamagedError, readVarint, skip } from './bytes';

export type Directory = {
  bytes: Uint8Array;
  /** Where each term begins. Thousands of them: none is an object of its own before it is looked at. */
  places: Uint32Array;
};

/** Throws `IndexDamagedError` unless it names the first terms of so many blocks. */
export function readDirectory(bytes: Uint8Array, blocks: number): Directory {
  if (blocks > bytes.length) throw new IndexDamagedError('A directory is cut off.');
  const places = new Uint32Array(blocks);
  const reader: ByteReader = { bytes, at: 0 };
  for (let n = 0; n < blocks; n++) {
    places[n] = reader.at;
    skip(reader, readVarint(reader));
  }
  if (reader.at !== bytes.length) throw new IndexDamagedError('A directory is longer than its segment.');
  return { bytes, places };
}

export function firstOf({ bytes, places }: Directory, n: number): Uint8Array {
  const reader: ByteReader = { bytes, at: places[n] ?? bytes.length };
  const length = readVarint(reader);
  return bytes.subarray(skip(reader, length), reader.at);
}

/** Is `term` equal to `wanted`, or, for a prefix, does it begin with it? */
const meets = (term: Uint8Array, wanted: Uint8Array, prefix: boolean): boolean =>
  (prefix ? term.length >= wanted.length : term.length === wanted.length) &&
  compareBytes(term.subarray(0, wanted.length), wanted) === 0;

/**
 * Numbers of the blocks that may hold a term, or terms that begin with it: the one that begins before it, and all that
 * begin with it; of a prefix at most `most`.
 */
export function blocksFor(directory: Directory, wanted: Uint8Array, prefix: boolean, most: number): number[] {
  const { length } = directory.places;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareBytes(firstOf(directory, middle), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  const blocks = low > 0 ? [low - 1] : [];
  for (let n = low; n < length && blocks.length < most && meets(firstOf(directory, n), wanted, prefix); n++)
    blocks.push(n);
  return blocks;
}
