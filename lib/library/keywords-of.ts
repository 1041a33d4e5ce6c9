import type { ArticleBody, ArticleRow, Keyword } from '../article';
import { keywordKey } from '../search/labels';

/** The keywords of an article as they are now, each with where it comes from: what no save brought is the user's. */
export function keywordsOf(row: Pick<ArticleRow, 'keywords'>, body: Pick<ArticleBody, 'keywords'>): Keyword[] {
  const saved = new Map(body.keywords.map((keyword) => [keywordKey(keyword.term), keyword]));
  return row.keywords.map((term) => {
    const known = saved.get(keywordKey(term));
    return known ? { ...known, term } : { term, origin: 'user', weight: 1, where: 'user' };
  });
}
