/**
 * The index made anew from articles and texts, slice by slice, while the old one answers. Killed, it goes on after the
 * last slice. What is saved meanwhile has higher numbers, and waits as it always does until the next merge.
 */
import type { ArticleRow } from '../../article';
import type { IndexCounts, IndexMetaRow, SegmentRow, TextRow } from '../search-db';
import { IndexDamagedError } from './bytes';
import { type DocumentTerms, documentTerms } from './document-terms';
import { mergeBlocks } from './merge-blocks';
import { deltaSource } from './merge';
import { countDocuments, dropBeyond, keepNotes, writeNote, writePages } from './rebuild-documents';
import { readableRows } from './readable-rows';
import { answerIfReadable, answerOf, committed } from './request';
import { levelFor } from './segment-level';
import { beginSegment, bumpGeneration, writing } from './segments';
import { readOfIndex } from './sound';
import { INDEX_VERSION } from './version';

/** Articles of a slice: some seconds of work, and one segment. */
const SLICE = 2048;
/** What a slice, and the end, write. */
const STORES = ['articles', 'texts', 'ftsDelta', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsNote', 'ftsMeta'];
/** Articles read at a time. */
const BATCH = 128;

/**
 * Where a rebuild stands. `after`: all documents up to this one are done; `upTo`: those after it are not its business;
 * `unreadable`: articles whose rows or texts the disk has lost. It goes on without them: they are found by what is left.
 */
export type Rebuild = { version: string; after: number; upTo: number; segments: number[]; unreadable: number };

export type RebuildProgress = { done: number; of: number };

export type RebuildOptions = {
  onProgress?: (progress: RebuildProgress) => void;
  /** Articles of a slice. */
  slice?: number;
  signal?: AbortSignal;
};

type Read = { row: ArticleRow; terms: DocumentTerms };

/** `last`: the number up to which all was read. */
type Slice = { articles: Read[]; unreadable: number; last: number };

const isRebuild = (value: Partial<Rebuild> | undefined): value is Rebuild =>
  value?.version === INDEX_VERSION &&
  Number.isSafeInteger(value.after) &&
  Number.isSafeInteger(value.upTo) &&
  Number.isSafeInteger(value.unreadable) &&
  Array.isArray(value.segments) &&
  value.segments.every(Number.isSafeInteger);

const rebuildOf = async (database: IDBDatabase): Promise<Rebuild | null> => {
  const meta = database.transaction('ftsMeta', 'readonly').objectStore('ftsMeta');
  const row: { value?: Partial<Rebuild> } | undefined = await answerOf(meta.get('rebuild'));
  return isRebuild(row?.value) ? row.value : null;
};

/** Is one under way, so that its segments must stay? */
export const segmentsUnderWay = async (database: IDBDatabase): Promise<number[] | null> =>
  (await rebuildOf(database))?.segments ?? null;

async function begin(database: IDBDatabase): Promise<Rebuild> {
  const transaction = writing(database, ['ftsMeta', 'texts', 'ftsLen', 'ftsCol']);
  const texts = transaction.objectStore('texts');
  // Takes a number that is higher than all, those of notes among them: what is there now is the rebuild's business.
  const upTo = Number(await answerOf(texts.add({ articleId: '', text: '' })));
  texts.delete(upTo);
  await dropBeyond(transaction, upTo);
  const rebuild: Rebuild = { version: INDEX_VERSION, after: 0, upTo, segments: [], unreadable: 0 };
  transaction.objectStore('ftsMeta').put({ key: 'rebuild', value: rebuild });
  await committed(transaction);
  return rebuild;
}

async function readBatch(
  database: IDBDatabase,
  { after, upTo }: { after: number; upTo: number },
  count: number,
): Promise<Slice> {
  const transaction = database.transaction(['articles', 'texts'], 'readonly');
  const index = transaction.objectStore('articles').index('docNo');
  const { rows, lost, last } = await readableRows<ArticleRow>(index, IDBKeyRange.bound(after, upTo, true), count);
  const store = transaction.objectStore('texts');
  const texts = await Promise.all(
    rows.map(({ docNo }): Promise<TextRow | undefined> => answerIfReadable(store.get(docNo))),
  );
  const missing = rows.filter((_, i) => !texts[i]);
  const there = await Promise.all(missing.map(({ docNo }) => answerOf(store.count(docNo))));
  return {
    articles: rows.map((row, i) => ({ row, terms: documentTerms({ ...row, text: texts[i]?.text ?? '' }) })),
    unreadable: lost + there.filter((count) => count > 0).length,
    last: last === undefined ? upTo : Number(last),
  };
}

async function readSlice(database: IDBDatabase, { after, upTo }: Rebuild, size: number): Promise<Slice> {
  const slice: Slice = { articles: [], unreadable: 0, last: after };
  while (slice.articles.length < size && slice.last < upTo) {
    const batch = await readBatch(database, { after: slice.last, upTo }, Math.min(BATCH, size));
    slice.articles.push(...batch.articles);
    slice.unreadable += batch.unreadable;
    slice.last = batch.last;
  }
  return slice;
}

async function writeSegment(database: IDBDatabase, articles: readonly Read[], base: number): Promise<SegmentRow> {
  const segment = await beginSegment(database, { level: levelFor(articles.length), docs: articles.length, base });
  const sources = articles.map(({ row, terms }) => deltaSource({ docNo: row.docNo, terms: terms.terms }));
  await mergeBlocks(sources, { base, lives: () => true, write: segment.write });
  return segment.finished();
}

/** Puts a slice into its place, with its columns and notes, and notes how far it came: one transaction. */
async function finishSlice(
  database: IDBDatabase,
  rebuild: Rebuild,
  { articles, unreadable, last, segment }: Slice & { segment: SegmentRow | null },
): Promise<Rebuild> {
  const transaction = writing(database, STORES);
  const ids = transaction.objectStore('articles').index('docNo');
  const rows: (ArticleRow | undefined)[] = await Promise.all(articles.map(({ row }) => answerOf(ids.get(row.docNo))));
  const lengths = new Map(articles.map(({ row, terms }) => [row.docNo, terms.length]));
  // Who was removed or changed since it was read has another number, or none.
  const living = rows.filter((row) => row !== undefined);
  await writePages(transaction, { after: rebuild.after, last, rows: living }, lengths);
  for (const row of living) if (row.note !== '') await writeNote(transaction, row);
  if (segment) transaction.objectStore('ftsSeg').put(segment);
  const done: Rebuild = {
    ...rebuild,
    after: last,
    segments: segment ? [...rebuild.segments, segment.seg] : rebuild.segments,
    unreadable: rebuild.unreadable + unreadable,
  };
  transaction.objectStore('ftsMeta').put({ key: 'rebuild', value: done });
  await bumpGeneration(transaction);
  await committed(transaction);
  return done;
}

/** The rows of what a rebuild wrote. Rejects with `IndexDamagedError` where something of it is lost. */
async function writtenSegments(transaction: IDBTransaction, segments: readonly number[]): Promise<SegmentRow[]> {
  const [rows, blocks] = [transaction.objectStore('ftsSeg'), transaction.objectStore('ftsBlk')];
  const written: SegmentRow[] = [];
  for (const seg of segments) {
    const row: SegmentRow | undefined = await readOfIndex(rows.get(seg));
    const there = await answerOf(blocks.count(IDBKeyRange.bound([seg], [seg, []])));
    if (row?.blocks !== there) throw new IndexDamagedError(`Segment ${seg} is not whole.`);
    written.push(row);
  }
  return written;
}

/** Makes these the segments, and keeps no block of any other, whether or not there is a row of it. */
async function setSegments(transaction: IDBTransaction, segments: readonly SegmentRow[]): Promise<void> {
  const [rows, blocks] = [transaction.objectStore('ftsSeg'), transaction.objectStore('ftsBlk')];
  rows.clear();
  let from: IDBValidKey = [];
  for (const row of segments.toSorted((a, b) => a.seg - b.seg)) {
    const { seg } = row;
    rows.put({ ...row, live: 1 } satisfies SegmentRow);
    blocks.delete(IDBKeyRange.bound(from, [seg], false, true));
    from = [seg, []];
  }
  blocks.delete(IDBKeyRange.lowerBound(from));
}

/** The new segments take the place of the old ones. */
async function flip(database: IDBDatabase, { segments, upTo, unreadable }: Rebuild): Promise<void> {
  const transaction = writing(database, [...STORES, 'ftsBlk']);
  const written = await writtenSegments(transaction, segments);
  await setSegments(transaction, written);
  await keepNotes(transaction, upTo);
  const deltas = transaction.objectStore('ftsDelta');
  deltas.delete(IDBKeyRange.upperBound(upTo));
  const counts: IndexCounts = {
    documents: await countDocuments(transaction),
    deltas: await answerOf(deltas.count()),
    segments: segments.length,
  };
  const meta = transaction.objectStore('ftsMeta');
  meta.delete('rebuild');
  meta.put({ key: 'counts', value: counts });
  meta.put({ key: 'version', value: INDEX_VERSION });
  meta.put({ key: 'unreadable', value: unreadable } satisfies IndexMetaRow);
  await bumpGeneration(transaction);
  await committed(transaction);
}

/** Under the lock of the index. Resolves when the new index answers; rejects with the signal's reason, to be gone on with. */
export async function rebuildIndex(
  database: IDBDatabase,
  { onProgress, slice = SLICE, signal }: RebuildOptions = {},
): Promise<void> {
  let rebuild = (await rebuildOf(database)) ?? (await begin(database));
  while (rebuild.after < rebuild.upTo) {
    signal?.throwIfAborted();
    const read = await readSlice(database, rebuild, slice);
    const segment = read.articles.length === 0 ? null : await writeSegment(database, read.articles, rebuild.after);
    rebuild = await finishSlice(database, rebuild, { ...read, segment });
    onProgress?.({ done: rebuild.after, of: rebuild.upTo });
  }
  await flip(database, rebuild);
}
