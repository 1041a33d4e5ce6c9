/** Changes of what is remembered about terms, each with what takes it back. */
import type { Stamp } from '../article';
import { keywordKey } from '../search/labels';
import { decide } from './decide';
import { nothing } from './readable';
import type { LibraryDb, TermPrefRow } from './schema';
import { isWorkOf } from './taken-back';

export type PrefField = 'removed' | 'as';

type PrefValue = TermPrefRow[PrefField];

/** A field of a term that is to be so; `undefined` takes it back. */
export type PrefWish = { term: string; field: PrefField; value: PrefValue };

/** What is to be remembered about terms, in a transaction over them. */
export type PrefsWanted = (db: LibraryDb) => Promise<PrefWish[]>;

/** What a wish changed, how it was before, and under which stamp. `id`: the key of the term. */
export type PrefChange = PrefWish & { id: string; before: PrefValue; was: Stamp | undefined };

const newPref = (term: string): TermPrefRow => ({ key: keywordKey(term), term, stamps: {} });

/** In a transaction that writes `termPrefs`. Answers what was not so already. */
export async function changePrefs(db: LibraryDb, wishes: readonly PrefWish[], stamp: Stamp): Promise<PrefChange[]> {
  const changes: PrefChange[] = [];
  for (const { term, field, value } of wishes) {
    const pref = (await db.termPrefs.get(keywordKey(term)).catch(nothing)) ?? newPref(term);
    const { [field]: before } = pref;
    if (before === value) continue;
    await db.termPrefs.put(decide({ ...pref, term }, field, { [field]: value, stamps: { [field]: stamp } }));
    changes.push({ id: pref.key, term, field, value, before, was: pref.stamps[field] });
  }
  return changes;
}

/** What takes changes back that were made under this stamp; what was decided since stays. */
export const takeBackPrefs =
  (changes: readonly PrefChange[], stamp: Stamp): PrefsWanted =>
  async (db) => {
    const stored = await Promise.all(changes.map(({ id }) => db.termPrefs.get(id).catch(nothing)));
    return changes
      .filter(({ id, field }, i) => isWorkOf(stamp, `${id} ${field}`, stored[i]?.stamps[field]))
      .map(({ term, field, before }) => ({ term, field, value: before }));
  };
