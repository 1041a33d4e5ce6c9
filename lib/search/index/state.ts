/** The part of the index that every query needs: segments with their directories, columns, what was saved last. */
import type { ColumnRow, DeltaRow, IndexCounts, IndexMetaRow, LengthRow, SegmentRow } from '../search-db';
import { IndexDamagedError } from './bytes';
import { FLAG, PAGE } from './columns';
import { type Directory, readDirectory } from './directory';
import { LENGTHS } from './lengths';
import { checkColumns, checkDelta, checkLengths, checkSegment, countsOf, readOfIndex } from './sound';
import { INDEX_VERSION } from './version';

/** There is no index, or one of another version: every text must be read instead. */
export class IndexUnusableError extends Error {
  override name = 'IndexUnusableError';
}

export type Segment = Pick<SegmentRow, 'seg' | 'base'> & { directory: Directory };

export type IndexState = {
  generation: number;
  segments: Segment[];
  /** Saved since the last merge. */
  deltas: DeltaRow[];
  /** Quantised, by document number; 0 where there is none. */
  lengths: Uint8Array;
  flags: Uint8Array;
  /** Are there any among the documents? */
  notes: boolean;
  /** Number of articles, and their mean number of terms. */
  count: number;
  averageLength: number;
};

type Statistics = { documents: number; count: number; averageLength: number };

function statistics(lengths: Uint8Array, flags: Uint8Array): Statistics {
  const histogram = new Uint32Array(256);
  let documents = 0;
  for (let doc = 0; doc < lengths.length; doc++) {
    const length = lengths[doc] ?? 0;
    if (length === 0) continue;
    documents++;
    if (((flags[doc] ?? 0) & FLAG.isNote) === 0) histogram[length] = (histogram[length] ?? 0) + 1;
  }
  let count = 0;
  let sum = 0;
  for (const [length, documents] of histogram.entries()) {
    count += documents;
    sum += documents * (LENGTHS[length] ?? 0);
  }
  return { documents, count, averageLength: count === 0 ? 1 : sum / count };
}

export const generationOf = async (transaction: IDBTransaction): Promise<number> => {
  const row: IndexMetaRow | undefined = await readOfIndex(transaction.objectStore('ftsMeta').get('generation'));
  return row?.key === 'generation' ? row.value : 0;
};

/** Pages follow each other from the first on: a number that is given out writes its page. */
function checkPages(pages: readonly { page: number }[]): void {
  for (const [i, { page }] of pages.entries()) if (page !== i) throw new IndexDamagedError(`Page ${i} is missing.`);
}

/** What is lost without a trace in what is left: a row, or a page that a later save began anew. */
function checkCounts(counted: IndexCounts | null, there: IndexCounts): void {
  const same = (['documents', 'deltas', 'segments'] as const).every((kind) => counted?.[kind] === there[kind]);
  if (!same) throw new IndexDamagedError('There is less, or more, in the index than there was.');
}

/** One column of all pages, as one array. */
function joined<Page extends { page: number }>(pages: readonly Page[], column: (page: Page) => Uint8Array): Uint8Array {
  const whole = new Uint8Array(((pages.at(-1)?.page ?? -1) + 1) * PAGE);
  for (const page of pages) whole.set(column(page), page.page * PAGE);
  return whole;
}

function readSegment(row: SegmentRow): Segment {
  checkSegment(row);
  const { seg, base, directory, blocks } = row;
  return { seg, base, directory: readDirectory(directory, blocks) };
}

/** Reads the state within a transaction over the index. Rejects with `IndexUnusableError` or `IndexDamagedError`. */
export async function readState(transaction: IDBTransaction): Promise<IndexState> {
  const all = <T>(store: string): Promise<T[]> => readOfIndex(transaction.objectStore(store).getAll());
  const [meta, segments, deltas, pages] = await Promise.all([
    all<IndexMetaRow>('ftsMeta'),
    all<SegmentRow>('ftsSeg'),
    all<DeltaRow>('ftsDelta'),
    all<LengthRow>('ftsLen'),
  ]);
  const version = meta.find((row) => row.key === 'version')?.value;
  if (version !== INDEX_VERSION) throw new IndexUnusableError(`The index is of version ${version ?? 'none'}.`);
  for (const row of deltas) checkDelta(row);
  for (const row of pages) checkLengths(row);
  checkPages(pages);
  const live = segments.filter((row) => row.live === 1).map(readSegment);
  const lengths = joined(pages, (page) => page.lengths);
  const flags = joined(pages, (page) => page.flags);
  const { documents, ...means } = statistics(lengths, flags);
  const counts = countsOf(meta.find((row) => row.key === 'counts'));
  checkCounts(counts, { documents, deltas: deltas.length, segments: live.length });
  return {
    generation: meta.find((row) => row.key === 'generation')?.value ?? 0,
    segments: live,
    deltas,
    lengths,
    flags,
    notes: documents > means.count,
    ...means,
  };
}

/** Dates and minutes of all documents; only some filters and the order by date need them. */
export type Columns = { saved: Uint32Array; published: Uint16Array; minutes: Uint8Array };

/** Every article was saved at some time: a page that was lost, or begun anew after that, is found out by it. */
function checkDates({ lengths, flags }: IndexState, saved: Uint32Array): void {
  for (let doc = 0; doc < lengths.length; doc++)
    if (lengths[doc] !== 0 && ((flags[doc] ?? 0) & FLAG.isNote) === 0 && saved[doc] === 0)
      throw new IndexDamagedError(`Document ${doc} has no columns.`);
}

/** As long as the lengths in `state`, which are of the same transaction. Rejects with `IndexDamagedError`. */
export async function readColumns(transaction: IDBTransaction, state: IndexState): Promise<Columns> {
  const pages: ColumnRow[] = await readOfIndex(transaction.objectStore('ftsCol').getAll());
  const size = state.lengths.length;
  for (const row of pages) {
    checkColumns(row);
    if ((row.page + 1) * PAGE > size) throw new IndexDamagedError('There are columns of no documents.');
  }
  const columns = { saved: new Uint32Array(size), published: new Uint16Array(size), minutes: new Uint8Array(size) };
  for (const { page, saved, published, minutes } of pages) {
    columns.saved.set(saved, page * PAGE);
    columns.published.set(published, page * PAGE);
    columns.minutes.set(minutes, page * PAGE);
  }
  checkDates(state, columns.saved);
  return columns;
}
