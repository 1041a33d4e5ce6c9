/** What the user decided about keywords of articles still to come: not given any more, or under another name. */
import { liveQuery } from 'dexie';
import { keywordKey } from '../search/labels';
import { tick } from './clock';
import { changePrefs, type PrefField } from './pref-changes';
import type { LibraryDb, TermPrefRow } from './schema';
import { storedPrefs } from './stored-prefs';

export const PREF_FIELDS: readonly PrefField[] = ['removed', 'as'];

/** Takes back one field, by the user's own word. */
function takeBack(db: LibraryDb, term: string, field: PrefField, now: number): Promise<void> {
  return db.transaction('rw', [db.termPrefs, db.kv], async () => {
    const pref = await db.termPrefs.get(keywordKey(term));
    if (pref?.[field] === undefined) return;
    await changePrefs(db, [{ term: pref.term, field, value: undefined }], await tick(db, now));
  });
}

/** A term, or its key, may be given to articles again; those that lost it stay without. */
export const allowTerm = (db: LibraryDb, term: string, now: number): Promise<void> =>
  takeBack(db, term, 'removed', now);

/** Articles still to come get a term, or its key, under its own name again; those that have the other name keep it. */
export const forgetRename = (db: LibraryDb, term: string, now: number): Promise<void> => takeBack(db, term, 'as', now);

/** The terms about which anything is decided, by key. */
export async function termPrefs(db: LibraryDb): Promise<TermPrefRow[]> {
  return (await storedPrefs(db)).filter((pref) => PREF_FIELDS.some((field) => pref[field] !== undefined));
}

/** Answers now and after each change with the terms about which anything is decided. Returns the way to stop. */
export function watchTermPrefs(
  db: LibraryDb,
  onPrefs: (prefs: TermPrefRow[]) => void,
  onError: (error: unknown) => void = () => {},
): () => void {
  const subscription = liveQuery(() => termPrefs(db)).subscribe({ next: onPrefs, error: onError });
  return () => subscription.unsubscribe();
}
