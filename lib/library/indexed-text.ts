/** Texts go into the library, and out of it, together with their entries in the index. Inside a transaction over `textStores`. */
import type { ArticleId, ArticleRow } from '../article';
import { type DocumentTerms, documentTerms, noteTerms } from '../search/index/document-terms';
import { addDocuments, addNote, dropDocuments, indexStores } from '../search/index/write';
import type { LibraryDb } from './schema';

/** The row of the article must be written in the same transaction: the index's columns follow it. */
export const textStores = (db: LibraryDb) => [db.articles, db.texts, ...indexStores(db)];

type Header = Pick<ArticleRow, 'url' | 'title' | 'source' | 'byline' | 'lang' | 'keywords'>;

export const termsOf = ({ url, title, source, byline, lang, keywords }: Header, text: string): DocumentTerms =>
  documentTerms({ url, title, source, byline, lang, keywords, text });

/** Answers the text's number, which the row must carry. */
export async function addText(
  db: LibraryDb,
  articleId: ArticleId,
  text: string,
  terms: DocumentTerms,
): Promise<number> {
  const docNo = await db.texts.add({ articleId, text });
  await addDocuments(db, [{ docNo, terms }]);
  return docNo;
}

export async function dropTexts(db: LibraryDb, docNos: readonly number[]): Promise<void> {
  await db.texts.bulkDelete([...docNos]);
  await dropDocuments(db, docNos);
}

/** A note is a document of its own, so that it touches no postings of its article. */
export async function indexNote(db: LibraryDb, articleId: ArticleId, note: string): Promise<void> {
  await dropNotes(db, [articleId]);
  if (note === '') return;
  // Numbers of texts are never given out twice: this one is taken, though the note stands in the article's row.
  const docNo = await db.texts.add({ articleId, text: '' });
  await db.texts.delete(docNo);
  await addNote(db, { docNo, articleId }, noteTerms(note));
}

export async function dropNotes(db: LibraryDb, articleIds: readonly ArticleId[]): Promise<void> {
  const notes = await db.ftsNote.where('articleId').anyOf(articleIds).primaryKeys();
  if (notes.length === 0) return;
  await db.ftsNote.bulkDelete(notes);
  await dropDocuments(db, notes);
}
