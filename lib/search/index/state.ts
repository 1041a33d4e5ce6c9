/** The part of the index that every query needs: segments with their directories, columns, what was saved last. */
import type { ColumnRow, DeltaRow, IndexMetaRow, LengthRow, SegmentRow } from '../search-db';
import { type ByteReader, compareBytes, readVarint } from './bytes';
import { FLAG, PAGE } from './columns';
import { LENGTHS } from './lengths';
import { answerOf } from './request';
import { INDEX_VERSION } from './version';

/** The index is missing, being built, or of another version: every text must be read instead. */
export class IndexUnusableError extends Error {
  override name = 'IndexUnusableError';
}

export type Segment = Pick<SegmentRow, 'seg' | 'base'> & {
  /** First term of each block. */
  firsts: Uint8Array[];
};

export type IndexState = {
  generation: number;
  segments: Segment[];
  /** Saved since the last merge. */
  deltas: DeltaRow[];
  /** Quantised, by document number; 0 where there is none. */
  lengths: Uint8Array;
  flags: Uint8Array;
  /** Number of articles, and their mean number of terms. */
  count: number;
  averageLength: number;
};

export function readDirectory(directory: Uint8Array): Uint8Array[] {
  const firsts: Uint8Array[] = [];
  const reader: ByteReader = { bytes: directory, at: 0 };
  while (reader.at < directory.length) {
    const length = readVarint(reader);
    firsts.push(directory.subarray(reader.at, reader.at + length));
    reader.at += length;
  }
  return firsts;
}

function statistics(lengths: Uint8Array, flags: Uint8Array): { count: number; averageLength: number } {
  const histogram = new Uint32Array(256);
  for (let doc = 0; doc < lengths.length; doc++) {
    const length = lengths[doc] ?? 0;
    if (length > 0 && ((flags[doc] ?? 0) & FLAG.isNote) === 0) histogram[length] = (histogram[length] ?? 0) + 1;
  }
  let count = 0;
  let sum = 0;
  for (const [length, documents] of histogram.entries()) {
    count += documents;
    sum += documents * (LENGTHS[length] ?? 0);
  }
  return { count, averageLength: count === 0 ? 1 : sum / count };
}

export const generationOf = async (transaction: IDBTransaction): Promise<number> => {
  const row: IndexMetaRow | undefined = await answerOf(transaction.objectStore('ftsMeta').get('generation'));
  return row?.key === 'generation' ? row.value : 0;
};

/** One column of all pages, as one array. */
function joined<Page extends { page: number }>(pages: readonly Page[], column: (page: Page) => Uint8Array): Uint8Array {
  const whole = new Uint8Array(((pages.at(-1)?.page ?? -1) + 1) * PAGE);
  for (const page of pages) whole.set(column(page), page.page * PAGE);
  return whole;
}

/** Reads the state within a transaction over the index. Rejects with `IndexUnusableError`. */
export async function readState(transaction: IDBTransaction): Promise<IndexState> {
  const all = <T>(store: string): Promise<T[]> => answerOf(transaction.objectStore(store).getAll());
  const [meta, segments, deltas, pages] = await Promise.all([
    all<IndexMetaRow>('ftsMeta'),
    all<SegmentRow>('ftsSeg'),
    all<DeltaRow>('ftsDelta'),
    all<LengthRow>('ftsLen'),
  ]);
  const version = meta.find((row) => row.key === 'version')?.value;
  if (version !== INDEX_VERSION) throw new IndexUnusableError(`The index is of version ${version ?? 'none'}.`);
  const lengths = joined(pages, (page) => page.lengths);
  const flags = joined(pages, (page) => page.flags);
  return {
    generation: meta.find((row) => row.key === 'generation')?.value ?? 0,
    segments: segments
      .filter(({ live }) => live === 1)
      .map(({ seg, base, directory }) => ({ seg, base, firsts: readDirectory(directory) })),
    deltas,
    lengths,
    flags,
    ...statistics(lengths, flags),
  };
}

/** Dates and minutes of all documents; only some filters and the order by date need them. */
export type Columns = { saved: Uint32Array; published: Uint16Array; minutes: Uint8Array };

export async function readColumns(transaction: IDBTransaction): Promise<Columns> {
  const pages: ColumnRow[] = await answerOf(transaction.objectStore('ftsCol').getAll());
  const size = ((pages.at(-1)?.page ?? -1) + 1) * PAGE;
  const columns = { saved: new Uint32Array(size), published: new Uint16Array(size), minutes: new Uint8Array(size) };
  for (const { page, saved, published, minutes } of pages) {
    columns.saved.set(saved, page * PAGE);
    columns.published.set(published, page * PAGE);
    columns.minutes.set(minutes, page * PAGE);
  }
  return columns;
}

/** Is `term` equal to `wanted`, or, for a prefix, does it begin with it? */
const meets = (term: Uint8Array, wanted: Uint8Array, prefix: boolean): boolean =>
  (prefix ? term.length >= wanted.length : term.length === wanted.length) &&
  compareBytes(term.subarray(0, wanted.length), wanted) === 0;

/**
 * Numbers of the blocks that may hold a term, or terms that begin with it: the one that begins before it, and all that
 * begin with it; of a prefix at most `most`.
 */
export function blocksFor({ firsts }: Segment, wanted: Uint8Array, prefix: boolean, most: number): number[] {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const first = firsts[middle];
    if (first && compareBytes(first, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  const blocks = low > 0 ? [low - 1] : [];
  for (let n = low; n < firsts.length && blocks.length < most; n++) {
    const first = firsts[n];
    if (!first || !meets(first, wanted, prefix)) break;
    blocks.push(n);
  }
  return blocks;
}
