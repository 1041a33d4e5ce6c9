/** What the user decided about keywords of articles still to come: not given any more, or under another name. */
import { liveQuery } from 'dexie';
import type { Stamp } from '../article';
import { keywordKey } from '../search/labels';
import { tick } from './clock';
import { decide } from './decide';
import { findReadable, nothing } from './readable';
import type { LibraryDb, TermPrefRow } from './schema';

export type PrefField = 'removed' | 'as';

export const PREF_FIELDS: readonly PrefField[] = ['removed', 'as'];

type PrefValue = TermPrefRow[PrefField];

/** A field of a term that is to be so; `undefined` takes it back. */
export type PrefWish = { term: string; field: PrefField; value: PrefValue };

/** What a wish changed, and how it was before. */
export type PrefChange = PrefWish & { before: PrefValue };

const newPref = (term: string): TermPrefRow => ({ key: keywordKey(term), term, stamps: {} });

/** In a transaction that writes `termPrefs`. Answers what was not so already. */
export async function changePrefs(db: LibraryDb, wishes: readonly PrefWish[], stamp: Stamp): Promise<PrefChange[]> {
  const changes: PrefChange[] = [];
  for (const { term, field, value } of wishes) {
    const pref = (await db.termPrefs.get(keywordKey(term)).catch(nothing)) ?? newPref(term);
    const { [field]: before } = pref;
    if (before === value) continue;
    await db.termPrefs.put(decide({ ...pref, term }, field, { [field]: value, stamps: { [field]: stamp } }));
    changes.push({ term, field, value, before });
  }
  return changes;
}

const prefOf = (stored: readonly TermPrefRow[], term: string): TermPrefRow | undefined =>
  stored.find(({ key }) => key === keywordKey(term));

/** What takes changes back that were made under this stamp; what was decided since stays. */
export const takeBackPrefs =
  (changes: readonly PrefChange[], stamp: Stamp) =>
  (stored: readonly TermPrefRow[]): PrefWish[] =>
    changes
      .filter(({ term, field }) => prefOf(stored, term)?.stamps[field] === stamp)
      .map(({ term, field, before }) => ({ term, field, value: before }));

/** A keyword that was taken from an article is given to none any more. */
export const removedFrom = (term: string) => (): PrefWish[] => [{ term, field: 'removed', value: true }];

/** A keyword that is given by hand may be found again. */
export const addedByHand = (term: string) => (): PrefWish[] => [{ term, field: 'removed', value: undefined }];

/** One name takes the place of another, also where that one stands for a third. */
export const renamedTo =
  (from: string, to: string) =>
  (stored: readonly TermPrefRow[]): PrefWish[] => {
    const others = stored.filter(({ as }) => as !== undefined && keywordKey(as) === keywordKey(from));
    const names = [from, ...others.map(({ term }) => term)].filter((name) => keywordKey(name) !== keywordKey(to));
    const isRespelled = keywordKey(from) === keywordKey(to);
    return [
      { term: to, field: 'removed', value: undefined },
      { term: to, field: 'as', value: isRespelled ? to : undefined },
      ...names.flatMap((term): PrefWish[] => [
        { term, field: 'removed', value: undefined },
        { term, field: 'as', value: to },
      ]),
    ];
  };

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

/** All that was ever decided; what the disk has lost costs no more than itself. */
export const storedPrefs = (db: LibraryDb): Promise<TermPrefRow[]> =>
  findReadable(db.termPrefs, () => db.termPrefs.toCollection());

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
