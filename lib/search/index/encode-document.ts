/** The terms of one document as one block (see block.ts). On every save's and import's way, so it makes no objects for terms. */
import { byteWriter } from './bytes';
import { MAX_TF } from './postings';

const PAST_FIRST_PLANE = /[\u{10000}-\u{10ffff}]/u;

/** UTF-8 of a term, into `bytes`; returns how many. Terms hold no lone surrogates: those are no letters. */
function writeUtf8(term: string, bytes: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < term.length; i++) {
    const code = term.codePointAt(i) ?? 0;
    if (code < 0x80) bytes[length++] = code;
    else {
      const extra = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[length++] = ((0xff00 >> (extra + 1)) & 0xff) | (code >> (6 * extra));
      for (let shift = 6 * (extra - 1); shift >= 0; shift -= 6) bytes[length++] = 0x80 | ((code >> shift) & 0x3f);
      if (extra === 3) i++;
    }
  }
  return length;
}

const byCodePoints = (a: string, b: string): number => {
  const [one, other] = [Array.from(a), Array.from(b)];
  const at = one.findIndex((character, i) => character !== other[i]);
  if (at < 0) return one.length - other.length;
  return (one[at]?.codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? -1);
};

/** UTF-8 is in the order of code points; JavaScript compares UTF-16 units, which differs past the first plane. */
function inByteOrder(terms: string[]): string[] {
  const sorted = terms.toSorted();
  return PAST_FIRST_PLANE.test(terms.join('')) ? sorted.toSorted(byCodePoints) : sorted;
}

/** Terms with their weighted frequencies → a block whose postings name document 0. */
export function encodeDocument(frequencies: ReadonlyMap<string, number>): Uint8Array<ArrayBuffer> {
  const writer = byteWriter(frequencies.size * 8);
  // A term has 64 characters of four bytes at most, and a mark of its field.
  let last: Uint8Array = new Uint8Array(300);
  let term: Uint8Array = new Uint8Array(300);
  let lastLength = 0;
  for (const word of inByteOrder([...frequencies.keys()])) {
    const length = writeUtf8(word, term);
    let shared = 0;
    while (shared < length && shared < lastLength && term[shared] === last[shared]) shared++;
    writer.varint(shared);
    writer.varint(length - shared);
    for (let i = shared; i < length; i++) writer.byte(term[i] ?? 0);
    const tf = Math.min(frequencies.get(word) ?? 1, MAX_TF);
    writer.varint(1);
    writer.varint(tf === 1 ? 1 : 2);
    writer.byte(tf === 1 ? 0 : 1);
    if (tf !== 1) writer.byte(tf);
    [last, term] = [term, last];
    lastLength = length;
  }
  return writer.take();
}
