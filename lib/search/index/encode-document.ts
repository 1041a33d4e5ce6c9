/** The terms of one document as one block (see block.ts). On every save's and import's way, so it makes no objects for terms. */
import { MAX_TERM } from './block';
import { byteWriter } from './bytes';
import { MAX_TF } from './postings';
import { inByteOrder, writeUtf8 } from './term-bytes';

/** Terms with their weighted frequencies → a block whose postings name document 0. */
export function encodeDocument(frequencies: ReadonlyMap<string, number>): Uint8Array<ArrayBuffer> {
  const writer = byteWriter(frequencies.size * 8);
  let last: Uint8Array = new Uint8Array(MAX_TERM);
  let term: Uint8Array = new Uint8Array(MAX_TERM);
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
