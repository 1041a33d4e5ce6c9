/** Many blocks in order → fewer: the walk side by side through all sources of a merge. */
import { type Block, blockWriter, type BlockCursor, cursorOf, MAX_TERM, moveOn } from './block';
import { byteWriter } from './bytes';
import { type Postings, readPostings, writePostings } from './postings';

/** Blocks of one segment, or of one document, in order. Its documents come before those of the next source. */
export type Source = {
  base: number;
  /** The next block, or null after the last. */
  next: () => Promise<Uint8Array | null>;
};

export type Target = {
  base: number;
  /** Documents that are gone are left out for good. */
  lives: (doc: number) => boolean;
  /** Takes blocks as they become full. */
  write: (blocks: Block[]) => Promise<void>;
};

/** Where the walk through one source stands. `head`: the first six bytes of its term, as a number. */
type Walker = { source: Source; place: number; at: BlockCursor; head: number };

/** A Chinese word of two characters is six bytes: most comparisons are of numbers. Where there is no byte there is 0. */
function headOf({ term, length }: BlockCursor): number {
  let high = 0;
  let low = 0;
  for (let i = 0; i < 3; i++) high = high * 256 + (i < length ? (term[i] ?? 0) : 0);
  for (let i = 3; i < 6; i++) low = low * 256 + (i < length ? (term[i] ?? 0) : 0);
  return high * 2 ** 24 + low;
}

/** To the next entry; false after the last of the block under the hand. */
function move(walker: Walker): boolean {
  if (!moveOn(walker.at)) return false;
  walker.head = headOf(walker.at);
  return true;
}

/** To the first entry of the next block; false after the last. */
async function load(walker: Walker): Promise<boolean> {
  for (let bytes = await walker.source.next(); bytes; bytes = await walker.source.next()) {
    walker.at = cursorOf(bytes);
    if (move(walker)) return true;
  }
  return false;
}

async function walker(source: Source, place: number): Promise<Walker | null> {
  const walking = { source, place, at: cursorOf(new Uint8Array()), head: 0 };
  return (await load(walking)) ? walking : null;
}

function compareTerms(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number): number {
  const shorter = Math.min(aLength, bLength);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return aLength - bLength;
}

/** By term, then by documents. */
function before(a: Walker, b: Walker): boolean {
  if (a.head !== b.head) return a.head < b.head;
  const order = compareTerms(a.at.term, a.at.length, b.at.term, b.at.length);
  return order < 0 || (order === 0 && a.place < b.place);
}

/** A binary heap: of some hundred sources the next term is found in a few comparisons. */
function sink(heap: Walker[], from: number): void {
  const moving = heap[from];
  if (!moving) return;
  let place = from;
  for (;;) {
    let child = 2 * place + 1;
    const right = heap[child + 1];
    const left = heap[child];
    if (!left) break;
    if (right && before(right, left)) child++;
    const smaller = heap[child];
    if (!smaller || !before(smaller, moving)) break;
    heap[place] = smaller;
    place = child;
  }
  heap[place] = moving;
}

const inOrder = ({ docs }: Postings): boolean => docs.every((doc, i) => i === 0 || doc > (docs[i - 1] ?? 0));

function sorted({ docs, tfs }: Postings): Postings {
  const order = docs.map((_, i) => i).toSorted((a, b) => (docs[a] ?? 0) - (docs[b] ?? 0));
  const distinct = order.filter((i, n) => n === 0 || docs[i] !== docs[order[n - 1] ?? 0]);
  return { docs: distinct.map((i) => docs[i] ?? 0), tfs: distinct.map((i) => tfs[i] ?? 1) };
}

/** Sources should be in the order of their documents. Resolves when the last block is written. */
export async function mergeBlocks(sources: readonly Source[], { base, lives, write }: Target): Promise<void> {
  const walkers = await Promise.all(sources.map(walker));
  const heap = walkers.filter((one) => one !== null);
  for (let place = (heap.length >> 1) - 1; place >= 0; place--) sink(heap, place);
  const blocks = blockWriter();
  const bytes = byteWriter(32 * 1024);
  const term = new Uint8Array(MAX_TERM);
  const postings: Postings = { docs: [], tfs: [] };
  const collect = (doc: number, tf: number): void => {
    if (!lives(doc)) return;
    postings.docs.push(doc);
    postings.tfs.push(tf);
  };
  for (let first = heap[0]; first; first = heap[0]) {
    const { length } = first.at;
    term.set(length === MAX_TERM ? first.at.term : first.at.term.subarray(0, length));
    postings.docs.length = 0;
    postings.tfs.length = 0;
    while (first && first.at.length === length && compareTerms(first.at.term, length, term, length) === 0) {
      readPostings(first.at.bytes, first.at, first.source.base, collect);
      if (!move(first) && !(await load(first))) {
        const last = heap.pop();
        if (last && last !== first) heap[0] = last;
      }
      sink(heap, 0);
      first = heap[0];
    }
    const whole = inOrder(postings) ? postings : sorted(postings);
    for (let from = 0; from < whole.docs.length;) {
      bytes.clear();
      const to = writePostings(bytes, whole, from, base);
      blocks.add(term, length, to - from, bytes);
      from = to;
    }
    const full = blocks.full();
    if (full.length > 0) await write(full);
  }
  await write(blocks.end());
}
