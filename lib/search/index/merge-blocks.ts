/** Many blocks in order → fewer: the walk side by side through all sources of a merge. */
import { type Block, blockWriter, type BlockCursor, walkBlock } from './block';
import { byteWriter, compareBytes } from './bytes';
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

type Walker = {
  source: number;
  base: number;
  at: BlockCursor;
  /** To the next entry of the block under the hand; false at its end. */
  move: () => boolean;
  /** To the first entry of the next block; false after the last. */
  load: () => Promise<boolean>;
};

async function walker({ base, next }: Source, source: number): Promise<Walker | null> {
  let walk = walkBlock(new Uint8Array());
  const walking = {
    source,
    base,
    move(): boolean {
      const entry = walk.next();
      if (!entry.done) walking.at = entry.value;
      return !entry.done;
    },
    async load(): Promise<boolean> {
      for (let bytes = await next(); bytes; bytes = await next()) {
        walk = walkBlock(bytes);
        if (walking.move()) return true;
      }
      return false;
    },
  } as Walker;
  return (await walking.load()) ? walking : null;
}

/** By term, then by documents. */
const before = (a: Walker, b: Walker): boolean => {
  const order = compareBytes(a.at.term, b.at.term);
  return order < 0 || (order === 0 && a.source < b.source);
};

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

  const close = (term: Uint8Array, collected: Postings): void => {
    const postings = inOrder(collected) ? collected : sorted(collected);
    for (let from = 0; from < postings.docs.length;) {
      const to = writePostings(bytes, postings, from, base);
      blocks.add(term, to - from, bytes.take());
      from = to;
    }
  };

  let term: Uint8Array | null = null;
  let postings: Postings = { docs: [], tfs: [] };
  for (let first = heap[0]; first; first = heap[0]) {
    if (!term || compareBytes(term, first.at.term) !== 0) {
      if (term) close(term, postings);
      const full = blocks.full();
      if (full.length > 0) await write(full);
      term = first.at.term;
      postings = { docs: [], tfs: [] };
    }
    readPostings(first.at.bytes, first.at.entry, first.base, (doc, tf) => {
      if (!lives(doc)) return;
      postings.docs.push(doc);
      postings.tfs.push(tf);
    });
    if (!first.move() && !(await first.load())) {
      const last = heap.pop();
      if (last && last !== first) heap[0] = last;
    }
    sink(heap, 0);
  }
  if (term) close(term, postings);
  await write(blocks.end());
}
