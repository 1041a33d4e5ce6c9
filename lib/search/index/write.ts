/**
 * What a writer of texts tells the index, inside its own transaction. The article's row must be written, too (its docNo
 * changed): that is what fills the columns and tells readers that something changed; see keep-columns.ts.
 */
import type { NoteRow, SearchDb } from '../search-db';
import { emptyLengths, FLAG, PAGE, pageOf } from './columns';
import type { DocumentTerms } from './document-terms';

export const indexStores = (db: SearchDb) => [db.ftsDelta, db.ftsLen, db.ftsNote];

async function setLength(db: SearchDb, docNo: number, length: number, flags: number): Promise<void> {
  const row = (await db.ftsLen.get(pageOf(docNo))) ?? emptyLengths(pageOf(docNo));
  row.lengths[docNo % PAGE] = length;
  row.flags[docNo % PAGE] = flags;
  await db.ftsLen.put(row);
}

/** Adds a text under its number, which must be new. */
export async function addDocument(db: SearchDb, docNo: number, { terms, length }: DocumentTerms): Promise<void> {
  await db.ftsDelta.put({ docNo, terms });
  await setLength(db, docNo, length, 0);
}

/** A note is found as the article that it belongs to. */
export async function addNote(db: SearchDb, note: NoteRow, { terms, length }: DocumentTerms): Promise<void> {
  await db.ftsNote.put(note);
  await db.ftsDelta.put({ docNo: note.docNo, terms });
  await setLength(db, note.docNo, length, FLAG.isNote);
}

/** Touches no postings: a document without a length is none, and the next merge leaves its postings out. */
export async function dropDocuments(db: SearchDb, docNos: readonly number[]): Promise<void> {
  await db.ftsDelta.bulkDelete([...docNos]);
  const rows = await db.ftsLen.bulkGet([...new Set(docNos.map(pageOf))]);
  const found = new Map(rows.flatMap((row) => (row ? [[row.page, row]] : [])));
  for (const docNo of docNos) {
    const row = found.get(pageOf(docNo));
    row?.lengths.fill(0, docNo % PAGE, (docNo % PAGE) + 1);
    row?.flags.fill(0, docNo % PAGE, (docNo % PAGE) + 1);
  }
  await db.ftsLen.bulkPut([...found.values()]);
}
