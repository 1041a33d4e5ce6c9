/**
 * A block: terms in order, each with its postings. An entry is
 * `bytes shared with the term before · bytes of the rest · the rest · number of postings · bytes of postings · postings`,
 * all numbers varints. A long list is several entries of the same term. What a save adds is one block, too, whose
 * postings name document 0: its number is not known yet.
 */
import { type ByteReader, byteWriter, type ByteWriter, IndexDamagedError, readVarint, skip } from './bytes';

/**
 * Of each segment a cold query reads and walks a block for every key: small ones are there sooner than their greater
 * number costs in the directory. Below 64 KiB Chromium keeps a value beside its key.
 */
const BLOCK_BYTES = 8 * 1024;

/** A term has 64 characters of four bytes at most, and a mark of its field. */
export const MAX_TERM = 300;

export type BlockWriter = {
  /** Terms must come in order of their bytes: each the first `length` of `term`, which may be changed after that. */
  add: (term: Uint8Array, length: number, count: number, postings: ByteWriter) => void;
  /** Blocks that are full. */
  full: () => Block[];
  /** What is left, as a last block. */
  end: () => Block[];
};

export type Block = { first: Uint8Array; bytes: Uint8Array<ArrayBuffer> };

const NOTHING = new Uint8Array();

export function blockWriter(limit = BLOCK_BYTES): BlockWriter {
  const writer = byteWriter(Math.min(limit, BLOCK_BYTES) + 1024);
  let blocks: Block[] = [];
  let first: Uint8Array = NOTHING;
  const last = byteWriter(MAX_TERM);
  const close = (): void => {
    if (writer.length > 0) blocks.push({ first, bytes: writer.take() });
    last.clear();
  };
  const take = (): Block[] => {
    const taken = blocks;
    blocks = [];
    return taken;
  };
  return {
    add(term, length, count, postings) {
      if (writer.length > 0 && writer.length + length + postings.length > limit) close();
      if (writer.length === 0) first = term.slice(0, length);
      const before = last.buffer;
      let shared = 0;
      while (shared < length && shared < last.length && term[shared] === before[shared]) shared++;
      writer.varint(shared);
      writer.varint(length - shared);
      writer.bytes(term, shared, length);
      writer.varint(count);
      writer.varint(postings.length);
      writer.append(postings);
      last.clear();
      last.bytes(term, 0, length);
    },
    full: take,
    end() {
      close();
      return take();
    },
  };
}

/** Where the postings of an entry stand in its block. */
export type Entry = { count: number; start: number; end: number };

/**
 * The entries of a term, or of all terms that begin with it, without making a string of any: while terms are smaller
 * than `wanted`, the number of bytes that each shares with the one before decides most comparisons.
 */
export function findEntries(bytes: Uint8Array, wanted: Uint8Array, prefix: boolean): Entry[] {
  const found: Entry[] = [];
  const reader: ByteReader = { bytes, at: 0 };
  /** How many bytes of `wanted` the term before begins with. */
  let match = 0;
  while (reader.at < bytes.length) {
    const shared = readVarint(reader);
    const rest = readVarint(reader);
    const restAt = skip(reader, rest);
    const count = readVarint(reader);
    const size = readVarint(reader);
    const start = skip(reader, size);
    // It left the path to `wanted` on the larger side.
    if (shared < match) break;
    if (shared > match) {
      if (match === wanted.length) found.push({ count, start, end: start + size });
      continue;
    }
    let same = 0;
    while (same < rest && match < wanted.length && bytes[restAt + same] === wanted[match]) {
      same++;
      match++;
    }
    if (match === wanted.length) {
      if (!prefix && same < rest) break;
      found.push({ count, start, end: start + size });
    } else if (same < rest && (bytes[restAt + same] ?? 0) > (wanted[match] ?? 0)) break;
  }
  return found;
}

/** The entry under the hand of a walk over a block: its term is the first `length` bytes of `term`. */
export type BlockCursor = Entry & { bytes: Uint8Array; at: number; term: Uint8Array; length: number };

/** Before the first entry. */
export const cursorOf = (bytes: Uint8Array): BlockCursor => ({
  bytes,
  at: 0,
  term: new Uint8Array(MAX_TERM),
  length: 0,
  count: 0,
  start: 0,
  end: 0,
});

/** To the next entry, making no objects; false at the end of the block. */
export function moveOn(cursor: BlockCursor): boolean {
  const { bytes, term } = cursor;
  if (cursor.at >= bytes.length) return false;
  const shared = readVarint(cursor);
  const rest = readVarint(cursor);
  const restAt = skip(cursor, rest);
  if (shared > cursor.length) throw new IndexDamagedError('A term shares more than there is.');
  const length = shared + rest;
  if (length > term.length) throw new IndexDamagedError('A term is longer than any is.');
  for (let i = 0; i < rest; i++) term[shared + i] = bytes[restAt + i] ?? 0;
  cursor.length = length;
  cursor.count = readVarint(cursor);
  const size = readVarint(cursor);
  cursor.start = skip(cursor, size);
  cursor.end = cursor.at;
  return true;
}

/** A walk over all entries of a block, with their terms. */
export function* walkBlock(bytes: Uint8Array): Generator<{ term: Uint8Array; entry: Entry }> {
  const cursor = cursorOf(bytes);
  while (moveOn(cursor)) {
    const { term, length, count, start, end } = cursor;
    yield { term: term.slice(0, length), entry: { count, start, end } };
  }
}
