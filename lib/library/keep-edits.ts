import type { ArticleRow } from '../article';
import { editedKeywords, keywordKey } from '../search/labels';

/**
 * The terms that a save brings → the keywords of the article: what the user took away stays away, what the user gave
 * stays where it stands, and variants are one.
 */
export function keepEdits(row: Pick<ArticleRow, 'keywords' | 'stamps'>, terms: readonly string[]): string[] {
  const edited = new Set(editedKeywords(row).map(keywordKey));
  const seen = new Set(edited);
  const keywords = terms.filter((term) => {
    const key = keywordKey(term);
    return !seen.has(key) && seen.add(key);
  });
  for (const [at, term] of row.keywords.entries()) if (edited.has(keywordKey(term))) keywords.splice(at, 0, term);
  return keywords;
}
