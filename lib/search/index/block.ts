/**
 * A block: terms in order, each with its postings. An entry is
 * `bytes shared with the term before · bytes of the rest · the rest · number of postings · bytes of postings · postings`,
 * all numbers varints. A long list is several entries of the same term. What a save adds is one block, too, whose
 * postings name document 0: its number is not known yet.
 */
import { type ByteReader, byteWriter, type ByteWriter, IndexDamagedError, readVarint, skip } from './bytes';

/** Large values are slow in every browser, and below 64 KiB Chromium keeps them beside their key. */
const BLOCK_BYTES = 24 * 1024;

export type BlockWriter = {
  /** Terms must come in order of their bytes. */
  add: (term: Uint8Array, count: number, postings: Uint8Array) => void;
  /** Blocks that are full. */
  full: () => Block[];
  /** What is left, as a last block. */
  end: () => Block[];
};

export type Block = { first: Uint8Array; bytes: Uint8Array<ArrayBuffer> };

const NOTHING = new Uint8Array();

function sharedLength(a: Uint8Array, b: Uint8Array): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

function writeEntry(writer: ByteWriter, last: Uint8Array, term: Uint8Array, count: number, postings: Uint8Array): void {
  const shared = sharedLength(last, term);
  writer.varint(shared);
  writer.varint(term.length - shared);
  writer.bytes(term.subarray(shared));
  writer.varint(count);
  writer.varint(postings.length);
  writer.bytes(postings);
}

export function blockWriter(limit = BLOCK_BYTES): BlockWriter {
  const writer = byteWriter(Math.min(limit, BLOCK_BYTES) + 1024);
  let blocks: Block[] = [];
  let first: Uint8Array = NOTHING;
  let last: Uint8Array = NOTHING;
  const close = (): void => {
    if (writer.length > 0) blocks.push({ first, bytes: writer.take() });
    last = NOTHING;
  };
  const take = (): Block[] => {
    const taken = blocks;
    blocks = [];
    return taken;
  };
  return {
    add(term, count, postings) {
      if (writer.length > 0 && writer.length + term.length + postings.length > limit) close();
      if (writer.length === 0) first = term;
      writeEntry(writer, last, term, count, postings);
      last = term;
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

/** A walk over all entries of a block, with their terms. */
export type BlockCursor = { term: Uint8Array; entry: Entry; bytes: Uint8Array };

export function* walkBlock(bytes: Uint8Array): Generator<BlockCursor> {
  const reader: ByteReader = { bytes, at: 0 };
  let term = NOTHING;
  while (reader.at < bytes.length) {
    const shared = readVarint(reader);
    const rest = readVarint(reader);
    const restAt = skip(reader, rest);
    if (shared > term.length) throw new IndexDamagedError('A term shares more than there is.');
    const next = new Uint8Array(shared + rest);
    next.set(term.subarray(0, shared));
    next.set(bytes.subarray(restAt, reader.at), shared);
    term = next;
    const count = readVarint(reader);
    const size = readVarint(reader);
    const start = skip(reader, size);
    yield { term, entry: { count, start, end: reader.at }, bytes };
  }
}
