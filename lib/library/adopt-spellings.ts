import type { Keyword } from '../article';
import { usedSpelling } from './labelled';
import type { LibraryDb } from './schema';

/** Letters with capitals; full width was undone where the term was found. */
const MAY_VARY = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** Keywords as the library spells them already. Asks only about those that could be spelled otherwise, all at once. */
export function adoptSpellings(db: LibraryDb, keywords: readonly Keyword[]): Promise<Keyword[]> {
  return Promise.all(
    keywords.map(async (keyword) =>
      MAY_VARY.test(keyword.term) ? { ...keyword, term: await usedSpelling(db, 'keyword', keyword.term) } : keyword,
    ),
  );
}
