/**
 * What a writer of texts tells the index, inside its own transaction. The article's row must be written, too (its docNo
 * changed): that is what fills the columns and tells readers that something changed; see keep-columns.ts.
 */
import type { IndexCounts, IndexMetaRow, LengthRow, NoteRow, SearchDb } from '../search-db';
import { isUnreadable } from '../unreadable';
import { emptyLengths, FLAG, PAGE, pageOf } from './columns';
import type { DocumentTerms } from './document-terms';
import { areLengths, countsOf, sealLengths, sumOf } from './sound';

export const indexStores = (db: SearchDb) => [db.ftsDelta, db.ftsLen, db.ftsNote, db.ftsMeta];

/**
 * Pages to be changed, by number. A damaged one must not stand in the way of a save: it is begun anew, and readers notice
 * by the counts that documents are lost.
 */
async function pagesOf(db: SearchDb, docNos: readonly number[]): Promise<Map<number, LengthRow>> {
  const pages = [...new Set(docNos.map(pageOf))];
  const found = await db.ftsLen.bulkGet(pages).catch((error: unknown) => {
    if (!isUnreadable(error)) throw error;
    return [];
  });
  return new Map(
    pages.map((page, i) => {
      const row = found[i];
      return [page, areLengths(row) ? row : emptyLengths(page)];
    }),
  );
}

/** Before the index is built for the first time nothing is counted. */
export async function countDocuments(db: SearchDb, changed: Partial<IndexCounts>): Promise<void> {
  const row: IndexMetaRow | undefined = await db.ftsMeta.get('counts');
  const counted = row?.key === 'counts' ? countsOf(row) : null;
  if (!counted) return;
  const value: IndexCounts = {
    documents: counted.documents + (changed.documents ?? 0),
    deltas: counted.deltas + (changed.deltas ?? 0),
    segments: counted.segments + (changed.segments ?? 0),
  };
  await db.ftsMeta.put({ key: 'counts', value });
}

/** Flags of articles are written with their rows; see keep-columns.ts. */
export async function writeLengths(
  db: SearchDb,
  documents: readonly { docNo: number; length: number }[],
  flags: number,
): Promise<void> {
  const pages = await pagesOf(
    db,
    documents.map(({ docNo }) => docNo),
  );
  for (const { docNo, length } of documents) {
    const page = pages.get(pageOf(docNo)) ?? emptyLengths(pageOf(docNo));
    page.lengths[docNo % PAGE] = length;
    page.flags[docNo % PAGE] = flags;
  }
  await db.ftsLen.bulkPut(Array.from(pages.values(), sealLengths));
}

type Document = { docNo: number; terms: DocumentTerms };

async function add(db: SearchDb, documents: readonly Document[], flags: number): Promise<void> {
  await db.ftsDelta.bulkPut(documents.map(({ docNo, terms: { terms } }) => ({ docNo, terms, sum: sumOf(terms) })));
  const lengths = documents.map(({ docNo, terms }) => ({ docNo, length: terms.length }));
  await writeLengths(db, lengths, flags);
  await countDocuments(db, { documents: documents.length, deltas: documents.length });
}

/** Adds texts under their numbers, which must be new. */
export const addDocuments = (db: SearchDb, documents: readonly Document[]): Promise<void> => add(db, documents, 0);

/** A note is found as the article that it belongs to. */
export async function addNote(db: SearchDb, note: NoteRow, terms: DocumentTerms): Promise<void> {
  await db.ftsNote.put(note);
  await add(db, [{ docNo: note.docNo, terms }], FLAG.isNote);
}

/** Touches no postings: a document without a length is none, and the next merge leaves its postings out. */
export async function dropDocuments(db: SearchDb, docNos: readonly number[]): Promise<void> {
  const deltas = await db.ftsDelta
    .where(':id')
    .anyOf([...docNos])
    .delete();
  const pages = await pagesOf(db, docNos);
  let documents = 0;
  for (const docNo of docNos) {
    const { lengths, flags } = pages.get(pageOf(docNo)) ?? emptyLengths(pageOf(docNo));
    if (lengths[docNo % PAGE] !== 0) documents++;
    lengths[docNo % PAGE] = 0;
    flags[docNo % PAGE] = 0;
  }
  await db.ftsLen.bulkPut(Array.from(pages.values(), sealLengths));
  await countDocuments(db, { documents: -documents, deltas: -deltas });
}
