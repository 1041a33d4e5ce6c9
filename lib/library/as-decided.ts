import type { Keyword } from '../article';
import { keywordKey } from '../search/labels';
import { adoptSpellings } from './adopt-spellings';
import { termsOf } from './indexed-text';
import type { PreparedArticle } from './prepare';
import { nothing } from './readable';
import type { LibraryDb } from './schema';

/**
 * The name that a term goes by, or `null` where it is not to be given. Names renamed further are followed; a circle, which
 * two libraries that become one can make of their renames, renames nothing.
 */
async function nameOf(db: LibraryDb, term: string): Promise<string | null> {
  const met = new Set<string>();
  for (let name = term; ;) {
    const key = keywordKey(name);
    if (met.has(key)) return term;
    met.add(key);
    const pref = await db.termPrefs.get(key).catch(nothing);
    if (pref?.removed) return null;
    if (pref?.as === undefined) return name;
    if (keywordKey(pref.as) === key) return pref.as;
    name = pref.as;
  }
}

const keysOf = (keywords: readonly Keyword[]): string => JSON.stringify(keywords.map(({ term }) => keywordKey(term)));

/**
 * What a save brings, with its keywords as the library spells them and as the user decided about them until this moment:
 * they were found before its transaction, and a removal or a new name may have come between. Inside that transaction.
 */
export async function asDecided(db: LibraryDb, prepared: PreparedArticle): Promise<PreparedArticle> {
  const spelled = await adoptSpellings(db, prepared.keywords);
  const names = await Promise.all(spelled.map(({ term }) => nameOf(db, term)));
  const byKey = new Map<string, Keyword>();
  for (const [i, keyword] of spelled.entries()) {
    const term = names[i] ?? null;
    if (term !== null && !byKey.has(keywordKey(term))) byKey.set(keywordKey(term), { ...keyword, term });
  }
  const keywords = [...byKey.values()];
  if (keysOf(keywords) === keysOf(prepared.keywords)) return { ...prepared, keywords };
  const { article } = prepared;
  const terms = termsOf({ ...article, keywords: keywords.map(({ term }) => term) }, article.text);
  return { ...prepared, keywords, terms };
}
