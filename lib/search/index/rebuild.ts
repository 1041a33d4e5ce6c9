/**
 * The index made anew from articles and texts, slice by slice, while the old one answers. Killed, it goes on after the
 * last slice. What is saved meanwhile has higher numbers, and waits as it always does until the next merge.
 */
import type { ArticleRow } from '../../article';
import type { ColumnRow, DeltaRow, LengthRow, NoteRow, SegmentRow, TextRow } from '../search-db';
import { emptyColumns, emptyLengths, fillColumns, FLAG, PAGE, pageOf } from './columns';
import { type DocumentTerms, documentTerms, noteTerms } from './document-terms';
import { mergeBlocks } from './merge-blocks';
import { deltaSource, levelFor } from './merge';
import { answerOf, committed } from './request';
import { beginSegment, bumpGeneration, deleteSegment, writing } from './segments';
import { INDEX_VERSION } from './version';

/** Articles of a slice: some seconds of work, and one segment. */
const SLICE = 2048;
/** What a slice, and the end, write. */
const STORES = ['articles', 'texts', 'ftsDelta', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsNote', 'ftsMeta'];
/** Articles read at a time. */
const BATCH = 128;

/** Where a rebuild stands. `after`: all documents up to this one are done; `upTo`: those after it are not its business. */
export type Rebuild = { version: string; after: number; upTo: number; segments: number[] };

export type RebuildProgress = { done: number; of: number };

type Options = { onProgress?: (progress: RebuildProgress) => void; signal?: AbortSignal };

type Read = { row: ArticleRow; terms: DocumentTerms };

const rebuildOf = async (database: IDBDatabase): Promise<Rebuild | null> => {
  const meta = database.transaction('ftsMeta', 'readonly').objectStore('ftsMeta');
  const row: { value: Rebuild } | undefined = await answerOf(meta.get('rebuild'));
  return row?.value.version === INDEX_VERSION ? row.value : null;
};

/** Is one under way, so that its segments must stay? */
export const segmentsUnderWay = async (database: IDBDatabase): Promise<number[] | null> =>
  (await rebuildOf(database))?.segments ?? null;

async function begin(database: IDBDatabase): Promise<Rebuild> {
  const transaction = writing(database, ['ftsMeta', 'texts']);
  const last = await answerOf(transaction.objectStore('texts').openKeyCursor(null, 'prev'));
  const rebuild = { version: INDEX_VERSION, after: 0, upTo: Number(last?.primaryKey ?? 0), segments: [] };
  transaction.objectStore('ftsMeta').put({ key: 'rebuild', value: rebuild });
  await committed(transaction);
  return rebuild;
}

async function readBatch(database: IDBDatabase, after: number, upTo: number): Promise<Read[]> {
  const transaction = database.transaction(['articles', 'texts'], 'readonly');
  const index = transaction.objectStore('articles').index('docNo');
  const rows: ArticleRow[] = await answerOf(index.getAll(IDBKeyRange.bound(after, upTo, true), BATCH));
  const store = transaction.objectStore('texts');
  const texts: (TextRow | undefined)[] = await Promise.all(rows.map(({ docNo }) => answerOf(store.get(docNo))));
  return rows.map((row, i) => ({ row, terms: documentTerms({ ...row, text: texts[i]?.text ?? '' }) }));
}

/** Puts a slice into its place, with its columns and notes, and notes how far it came: one transaction. */
async function finishSlice(
  database: IDBDatabase,
  rebuild: Rebuild,
  { articles, segment, last }: { articles: Read[]; segment: SegmentRow; last: number },
): Promise<Rebuild> {
  const transaction = writing(database, STORES);
  const ids = transaction.objectStore('articles').index('docNo');
  const rows: (ArticleRow | undefined)[] = await Promise.all(articles.map(({ row }) => answerOf(ids.get(row.docNo))));
  const lengths = new Map(articles.map(({ row, terms }) => [row.docNo, terms.length]));
  // Who was removed or changed since it was read has another number, or none.
  const living = rows.filter((row) => row !== undefined);
  await writePages(transaction, rebuild.after, last, living, lengths);
  for (const row of living) if (row.note !== '') await writeNote(transaction, row);
  transaction.objectStore('ftsSeg').put(segment);
  const done = { ...rebuild, after: last, segments: [...rebuild.segments, segment.seg] };
  transaction.objectStore('ftsMeta').put({ key: 'rebuild', value: done });
  await bumpGeneration(transaction);
  await committed(transaction);
  return done;
}

/** Lengths and columns of all numbers after `after` up to `last`: numbers that no article has are nobody's. */
async function writePages(
  transaction: IDBTransaction,
  after: number,
  last: number,
  rows: readonly ArticleRow[],
  lengthOf: Map<number, number>,
): Promise<void> {
  const notes = new Set((await answerOf(transaction.objectStore('ftsNote').getAllKeys())) as number[]);
  const [lengths, columns] = [transaction.objectStore('ftsLen'), transaction.objectStore('ftsCol')];
  const byPage = new Map<number, ArticleRow[]>();
  for (const row of rows) byPage.set(pageOf(row.docNo), [...(byPage.get(pageOf(row.docNo)) ?? []), row]);
  for (let page = pageOf(after + 1); page <= pageOf(last); page++) {
    const length: LengthRow = (await answerOf(lengths.get(page))) ?? emptyLengths(page);
    const column: ColumnRow = (await answerOf(columns.get(page))) ?? emptyColumns(page);
    for (let doc = Math.max(after + 1, page * PAGE); doc <= Math.min(last, (page + 1) * PAGE - 1); doc++)
      if (!notes.has(doc)) length.lengths[doc % PAGE] = 0;
    for (const row of byPage.get(page) ?? []) {
      length.lengths[row.docNo % PAGE] = lengthOf.get(row.docNo) ?? 0;
      fillColumns(row, length, column);
    }
    lengths.put(length);
    columns.put(column);
  }
}

/** A note gets a new number, as if it were written now. */
async function writeNote(transaction: IDBTransaction, { id, note }: ArticleRow): Promise<void> {
  const notes = transaction.objectStore('ftsNote');
  const lengths = transaction.objectStore('ftsLen');
  const texts = transaction.objectStore('texts');
  const old: NoteRow | undefined = await answerOf(notes.index('articleId').get(id));
  if (old) await setLength(lengths, old.docNo, 0, 0);
  if (old) transaction.objectStore('ftsDelta').delete(old.docNo);
  if (old) notes.delete(old.docNo);
  const docNo = Number(await answerOf(texts.add({ articleId: id, text: '' })));
  texts.delete(docNo);
  const { terms, length } = noteTerms(note);
  notes.put({ docNo, articleId: id } satisfies NoteRow);
  transaction.objectStore('ftsDelta').put({ docNo, terms } satisfies DeltaRow);
  await setLength(lengths, docNo, length, FLAG.isNote);
}

async function setLength(store: IDBObjectStore, docNo: number, length: number, flags: number): Promise<void> {
  const row: LengthRow = (await answerOf(store.get(pageOf(docNo)))) ?? emptyLengths(pageOf(docNo));
  row.lengths[docNo % PAGE] = length;
  row.flags[docNo % PAGE] = flags;
  store.put(row);
}

/** Notes that no slice met, since their articles were saved again meanwhile. */
async function keepNotes(transaction: IDBTransaction, upTo: number): Promise<void> {
  const store = transaction.objectStore('ftsNote');
  const notes: NoteRow[] = await answerOf(store.getAll(IDBKeyRange.upperBound(upTo)));
  for (const { docNo, articleId } of notes) {
    const row: ArticleRow | undefined = await answerOf(transaction.objectStore('articles').get(articleId));
    if (row?.note) await writeNote(transaction, row);
    else store.delete(docNo);
  }
}

/** The new segments take the place of the old ones. */
async function flip(database: IDBDatabase, { segments, upTo }: Rebuild): Promise<void> {
  const transaction = writing(database, [...STORES, 'ftsBlk']);
  await keepNotes(transaction, upTo);
  const store = transaction.objectStore('ftsSeg');
  const rows: SegmentRow[] = await answerOf(store.getAll());
  for (const row of rows) {
    if (segments.includes(row.seg)) store.put({ ...row, live: 1 } satisfies SegmentRow);
    else deleteSegment(transaction, row.seg);
  }
  transaction.objectStore('ftsDelta').delete(IDBKeyRange.upperBound(upTo));
  transaction.objectStore('ftsMeta').delete('rebuild');
  transaction.objectStore('ftsMeta').put({ key: 'version', value: INDEX_VERSION });
  await bumpGeneration(transaction);
  await committed(transaction);
}

/** Under the lock of the index. Resolves when the new index answers; rejects with the signal's reason, to be gone on with. */
export async function rebuildIndex(database: IDBDatabase, { onProgress, signal }: Options = {}): Promise<void> {
  let rebuild = (await rebuildOf(database)) ?? (await begin(database));
  while (rebuild.after < rebuild.upTo) {
    signal?.throwIfAborted();
    const articles: Read[] = [];
    for (let after = rebuild.after; articles.length < SLICE;) {
      const batch = await readBatch(database, after, rebuild.upTo);
      articles.push(...batch);
      after = batch.at(-1)?.row.docNo ?? rebuild.upTo;
      if (batch.length < BATCH) break;
    }
    const last = articles.length < SLICE ? rebuild.upTo : (articles.at(-1)?.row.docNo ?? rebuild.upTo);
    const base = rebuild.after;
    const segment = await beginSegment(database, { level: levelFor(articles.length), docs: articles.length, base });
    const sources = articles.map(({ row, terms }) => deltaSource({ docNo: row.docNo, terms: terms.terms }));
    await mergeBlocks(sources, { base, lives: () => true, write: segment.write });
    rebuild = await finishSlice(database, rebuild, { articles, segment: segment.finished(), last });
    onProgress?.({ done: last, of: rebuild.upTo });
  }
  await flip(database, rebuild);
}
