/**
 * What a rebuild writes beside segments: pages of lengths and columns, and notes. Pages that are damaged are begun anew:
 * everything that was there when the rebuild began is written by it, and what came later was written to sound pages.
 */
import type { ArticleRow } from '../../article';
import type { ColumnRow, DeltaRow, LengthRow, NoteRow } from '../search-db';
import { emptyColumns, emptyLengths, fillColumns, FLAG, PAGE, pageOf } from './columns';
import { noteTerms } from './document-terms';
import { answerIfReadable, answerOf } from './request';
import { recount } from './segments';
import { areColumns, areLengths, sealColumns, sealLengths, sumOf } from './sound';

async function lengthsAt(store: IDBObjectStore, page: number): Promise<LengthRow> {
  const row: LengthRow | undefined = await answerIfReadable(store.get(page));
  return areLengths(row) ? row : emptyLengths(page);
}

async function columnsAt(store: IDBObjectStore, page: number): Promise<ColumnRow> {
  const row: ColumnRow | undefined = await answerIfReadable(store.get(page));
  return areColumns(row) ? row : emptyColumns(page);
}

/** Lengths and columns of all numbers after `after` up to `last`: numbers that no article or note has are nobody's. */
export async function writePages(
  transaction: IDBTransaction,
  { after, last, rows }: { after: number; last: number; rows: readonly ArticleRow[] },
  lengthOf: Map<number, number>,
): Promise<void> {
  const notes = new Set((await answerOf(transaction.objectStore('ftsNote').getAllKeys())) as number[]);
  const [lengths, columns] = [transaction.objectStore('ftsLen'), transaction.objectStore('ftsCol')];
  const byPage = new Map<number, ArticleRow[]>();
  for (const row of rows) byPage.set(pageOf(row.docNo), [...(byPage.get(pageOf(row.docNo)) ?? []), row]);
  for (let page = pageOf(after + 1); page <= pageOf(last); page++) {
    const [length, column] = [await lengthsAt(lengths, page), await columnsAt(columns, page)];
    for (let doc = Math.max(after + 1, page * PAGE); doc <= Math.min(last, (page + 1) * PAGE - 1); doc++)
      if (!notes.has(doc)) length.lengths[doc % PAGE] = 0;
    for (const row of byPage.get(page) ?? []) {
      length.lengths[row.docNo % PAGE] = lengthOf.get(row.docNo) ?? 0;
      fillColumns(row, length, column);
    }
    lengths.put(sealLengths(length));
    columns.put(sealColumns(column));
  }
}

/** A note gets a new number, as if it were written now. */
export async function writeNote(transaction: IDBTransaction, { id, note }: ArticleRow): Promise<void> {
  const notes = transaction.objectStore('ftsNote');
  const texts = transaction.objectStore('texts');
  // Of a row that cannot be read the key still can.
  const old = await answerOf(notes.index('articleId').getKey(id));
  if (old !== undefined) await dropNote(transaction, Number(old));
  const docNo = Number(await answerOf(texts.add({ articleId: id, text: '' })));
  texts.delete(docNo);
  const { terms, length } = noteTerms(note);
  notes.put({ docNo, articleId: id } satisfies NoteRow);
  transaction.objectStore('ftsDelta').put({ docNo, terms, sum: sumOf(terms) } satisfies DeltaRow);
  await setLength(transaction, docNo, length, FLAG.isNote);
  await recount(transaction, { documents: 1, deltas: 1 });
}

async function dropNote(transaction: IDBTransaction, docNo: number): Promise<void> {
  const deltas = transaction.objectStore('ftsDelta');
  const pending = await answerOf(deltas.count(docNo));
  deltas.delete(docNo);
  transaction.objectStore('ftsNote').delete(docNo);
  const before = await setLength(transaction, docNo, 0, 0);
  await recount(transaction, { documents: before === 0 ? 0 : -1, deltas: -pending });
}

/** Answers the length before. */
async function setLength(transaction: IDBTransaction, docNo: number, length: number, flags: number): Promise<number> {
  const store = transaction.objectStore('ftsLen');
  const row = await lengthsAt(store, pageOf(docNo));
  const before = row.lengths[docNo % PAGE] ?? 0;
  row.lengths[docNo % PAGE] = length;
  row.flags[docNo % PAGE] = flags;
  store.put(sealLengths(row));
  return before;
}

/** Notes that no slice met, since their articles were saved again meanwhile, or are gone. */
export async function keepNotes(transaction: IDBTransaction, upTo: number): Promise<void> {
  const store = transaction.objectStore('ftsNote');
  for (const docNo of await answerOf(store.getAllKeys(IDBKeyRange.upperBound(upTo)))) {
    const note: NoteRow | undefined = await answerIfReadable(store.get(docNo));
    const row: ArticleRow | undefined =
      note && (await answerIfReadable(transaction.objectStore('articles').get(note.articleId)));
    if (row?.note) await writeNote(transaction, row);
    else await dropNote(transaction, Number(docNo));
  }
}

/** Nothing can stand under a number that was not given out yet: neither pages nor lengths after `lastNumber`. */
export async function dropBeyond(transaction: IDBTransaction, lastNumber: number): Promise<void> {
  const last = pageOf(lastNumber);
  for (const name of ['ftsLen', 'ftsCol']) {
    const store = transaction.objectStore(name);
    for (const page of await answerOf(store.getAllKeys()))
      if (!Number.isSafeInteger(page) || Number(page) < 0 || Number(page) > last) store.delete(page);
  }
  const row = await lengthsAt(transaction.objectStore('ftsLen'), last);
  transaction.objectStore('ftsLen').put(sealLengths({ ...row, lengths: row.lengths.fill(0, (lastNumber % PAGE) + 1) }));
}

export async function countDocuments(transaction: IDBTransaction): Promise<number> {
  const pages: LengthRow[] = await answerOf(transaction.objectStore('ftsLen').getAll());
  return pages.reduce((sum, { lengths }) => sum + lengths.filter((length) => length > 0).length, 0);
}
