/** Changes of what is remembered about terms, each with what takes it back. */
import type { Stamp } from '../article';
import { keywordKey } from '../search/labels';
import { decide } from './decide';
import { findReadable, nothing } from './readable';
import type { LibraryDb, TermPrefRow } from './schema';

export type PrefField = 'removed' | 'as';

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

/** All that was ever decided; what the disk has lost costs no more than itself. */
export const storedPrefs = (db: LibraryDb): Promise<TermPrefRow[]> =>
  findReadable(db.termPrefs, () => db.termPrefs.toCollection());
