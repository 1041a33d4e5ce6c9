/** The terms of many documents at once → the blocks of one segment: what an import writes, with no merge after it. */
import { type Block, blockWriter, MAX_TERM } from './block';
import { byteWriter } from './bytes';
import { type IndexedFields, showTerms } from './document-terms';
import { MAX_TF, type Postings, writePostings } from './postings';
import { inByteOrder, writeUtf8 } from './term-bytes';

export type BlockBuilder = {
  /** Adds the next document; answers its quantised length. */
  add: (fields: IndexedFields) => number;
  /** The blocks of all, whose postings count from the first document: its number is not known yet. */
  end: () => Block[];
};

/** Postings of some hundred usual articles. */
const FIRST_ROOM = 64 * 1024;

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

export function blockBuilder(): BlockBuilder {
  const terms = new Map<string, number>();
  // Of each term its first and its last posting; of each posting its document, its frequency, and the next one.
  const firsts: number[] = [];
  const lasts: number[] = [];
  let docs = new Int32Array(FIRST_ROOM);
  let tfs = new Int32Array(FIRST_ROOM);
  let nexts = new Int32Array(FIRST_ROOM);
  let size = 0;
  let documents = 0;

  const post = (term: string, weight: number): void => {
    const known = terms.get(term);
    const last = known === undefined ? undefined : (lasts[known] ?? 0);
    if (last !== undefined && docs[last] === documents) {
      tfs[last] = (tfs[last] ?? 0) + weight;
      return;
    }
    if (size === docs.length) [docs, tfs, nexts] = [grown(docs), grown(tfs), grown(nexts)];
    const posting = size++;
    docs[posting] = documents;
    tfs[posting] = weight;
    nexts[posting] = -1;
    if (known === undefined || last === undefined) {
      terms.set(term, firsts.push(posting) - 1);
      lasts.push(posting);
    } else {
      nexts[last] = posting;
      lasts[known] = posting;
    }
  };

  return {
    add(fields) {
      const length = showTerms(fields, (shown, weight) => {
        for (const term of shown) post(term, weight);
      });
      documents++;
      return length;
    },
    end() {
      const blocks = blockWriter();
      const bytes = byteWriter();
      const term = new Uint8Array(MAX_TERM);
      const postings: Postings = { docs: [], tfs: [] };
      for (const word of inByteOrder([...terms.keys()])) {
        postings.docs.length = 0;
        postings.tfs.length = 0;
        for (let at = firsts[terms.get(word) ?? 0] ?? -1; at >= 0; at = nexts[at] ?? -1) {
          postings.docs.push(docs[at] ?? 0);
          postings.tfs.push(Math.min(tfs[at] ?? 1, MAX_TF));
        }
        const length = writeUtf8(word, term);
        for (let from = 0; from < postings.docs.length;) {
          bytes.clear();
          const to = writePostings(bytes, postings, from, 0);
          blocks.add(term, length, to - from, bytes);
          from = to;
        }
      }
      return blocks.end();
    },
  };
}
