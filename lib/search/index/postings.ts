/**
 * Posting lists: which documents hold a term, and how often. A list is a sequence of varints
 * `gap × 2 + (tf ≠ 1)`, each followed by a byte `tf` if that is not 1; the first gap counts from the base of its segment.
 */
import { type ByteWriter, IndexDamagedError } from './bytes';

/** A longer list goes on in an entry of its own, so that blocks stay small: browsers refuse values of megabytes. */
const MAX_BYTES = 16 * 1024;

/** A term frequency is one byte. */
export const MAX_TF = 255;

/** Documents in ascending order and, in step, the weighted frequency of the term in each. */
export type Postings = { docs: number[]; tfs: number[] };

/** Writes as many postings from `from` on as fit into one entry; returns the index of the first that did not. */
export function writePostings(writer: ByteWriter, { docs, tfs }: Postings, from: number, base: number): number {
  let last = base;
  let i = from;
  for (; i < docs.length && writer.length < MAX_BYTES; i++) {
    const doc = docs[i] ?? 0;
    const tf = tfs[i] ?? 1;
    writer.varint((doc - last) * 2 + (tf === 1 ? 0 : 1));
    if (tf !== 1) writer.byte(tf);
    last = doc;
  }
  return i;
}

/**
 * Shows `count` postings to `visit`, in order. The innermost loop of every query: numbers are read in place, and only
 * before and after it is looked whether they fill their entry; throws `IndexDamagedError` if they do not.
 */
export function readPostings(
  bytes: Uint8Array,
  { count, start, end }: { count: number; start: number; end: number },
  base: number,
  visit: (doc: number, tf: number) => void,
): void {
  if (count > end - start) throw new IndexDamagedError('More postings than bytes.');
  let at = start;
  let doc = base;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++] ?? 0;
    let code = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      code |= (byte & 0x7f) << shift;
    }
    doc += code >>> 1;
    visit(doc, (code & 1) === 0 ? 1 : (bytes[at++] ?? 1));
  }
  if (at !== end) throw new IndexDamagedError('Postings end at another place than their entry.');
}
