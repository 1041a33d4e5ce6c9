import type { ArticleId } from '../article';
import { indexNote, textStores } from './indexed-text';
import { editRow } from './read';
import type { LibraryDb } from './schema';

/** A long essay. What is longer was pasted by mistake and would make every list of articles slow. */
const MAX_NOTE = 20_000;

/** Rejects with a `RangeError`, and keeps the old note, when the new one is too long. */
export async function setNote(db: LibraryDb, id: ArticleId, note: string, now: number): Promise<void> {
  if (note.length > MAX_NOTE) throw new RangeError(`A note has at most ${MAX_NOTE} characters.`);
  await db.transaction('rw', [...textStores(db), db.kv], async () => {
    if ((await db.articles.get(id))?.note === note) return;
    await editRow(db, id, now, () => ({ note }));
    if (await db.articles.get(id)) await indexNote(db, id, note);
  });
}
