/** Bytes that grow, with the two ways in which the index writes numbers and texts. */

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

export type ByteWriter = {
  readonly length: number;
  byte: (value: number) => void;
  /** An integer from 0 to 2⁴⁹ in 7 bits a byte, low ones first; the high bit says that more follow (LEB128). */
  varint: (value: number) => void;
  bytes: (part: Uint8Array, from?: number, to?: number) => void;
  /** What another one has written so far. */
  append: (other: ByteWriter) => void;
  /** Its first `length` bytes are what was written, until more is. */
  readonly buffer: Uint8Array;
  /** What was written, in a buffer of its own; the writer starts again. */
  take: () => Uint8Array<ArrayBuffer>;
  /** Forgets what was written. */
  clear: () => void;
};

/** Fewer bytes are copied sooner one by one than by the browser. */
const FEW = 32;

export function byteWriter(capacity = 1024): ByteWriter {
  let buffer = new Uint8Array(capacity);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= buffer.length) return;
    const grown = new Uint8Array(Math.max(buffer.length * 2, length + more));
    grown.set(buffer);
    buffer = grown;
  };
  const bytes = (part: Uint8Array, from = 0, to = part.length): void => {
    reserve(to - from);
    if (to - from < FEW) for (let i = from; i < to; i++) buffer[length++] = part[i] ?? 0;
    else {
      buffer.set(part.subarray(from, to), length);
      length += to - from;
    }
  };
  return {
    get length() {
      return length;
    },
    get buffer() {
      return buffer;
    },
    byte(value) {
      reserve(1);
      buffer[length++] = value;
    },
    varint(value) {
      reserve(8);
      let rest = value;
      while (rest > 0x7f) {
        buffer[length++] = (rest % 0x80) | 0x80;
        rest = Math.floor(rest / 0x80);
      }
      buffer[length++] = rest;
    },
    bytes,
    append: (other) => bytes(other.buffer, 0, other.length),
    take() {
      const taken = buffer.slice(0, length);
      length = 0;
      return taken;
    },
    clear() {
      length = 0;
    },
  };
}

/** Rows of the index that make no sense: cut off, or written by something else. */
export class IndexDamagedError extends Error {
  override name = 'IndexDamagedError';
}

/** A place in bytes from which numbers are read one after another. */
export type ByteReader = { readonly bytes: Uint8Array; at: number };

/** Seven bytes hold more than any number of documents or bytes; past 2⁵³ a sum would not be exact. */
const MAX_SCALE = 0x80 ** 6;

/** The next LEB128 number; throws `IndexDamagedError` where the bytes end before it does, or it does not end. */
export function readVarint(reader: ByteReader): number {
  let value = 0;
  let scale = 1;
  for (;;) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new IndexDamagedError('A number is cut off.');
    if (byte < 0x80) return value + byte * scale;
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
    if (scale > MAX_SCALE) throw new IndexDamagedError('A number is too long.');
  }
}

/** Order of bytes, which for UTF-8 is the order of code points. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Steps over so many bytes; throws `IndexDamagedError` where there are not as many. Answers where they began. */
export function skip(reader: ByteReader, count: number): number {
  const start = reader.at;
  reader.at += count;
  if (reader.at > reader.bytes.length) throw new IndexDamagedError('Bytes are cut off.');
  return start;
}
