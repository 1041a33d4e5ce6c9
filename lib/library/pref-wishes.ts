/** What an edit of keywords means for articles still to come. */
import { keywordKey } from '../search/labels';
import type { PrefsWanted, PrefWish } from './pref-changes';
import { storedPrefs } from './stored-prefs';

/** A keyword that was taken from an article is given to none any more. */
export const removedFrom =
  (term: string): PrefsWanted =>
  async () => [{ term, field: 'removed', value: true }];

/** A keyword that is given by hand may be found again. */
export const addedByHand =
  (term: string): PrefsWanted =>
  async () => [{ term, field: 'removed', value: undefined }];

/** One name takes the place of another, also where that one stands for a third. */
export const renamedTo =
  (from: string, to: string): PrefsWanted =>
  async (db) => {
    const stored = await storedPrefs(db);
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
