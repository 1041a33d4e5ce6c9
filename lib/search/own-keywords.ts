/**
 * Keywords that the user gave to an article: no text was written with them, so they stand in no postings. Each of their
 * words and bigrams is a label of the article, under which the index of labels finds it.
 */
import type { ArticleRow } from '../article';
import { findTerm } from './find-term';
import { fold } from './fold';
import { editedKeywords, keywordKey, type Label } from './labels';
import type { Term } from './query/query';

export function ownKeywords(row: Pick<ArticleRow, 'keywords' | 'stamps'>): string[] {
  const edited = new Set(editedKeywords(row).map(keywordKey));
  return edited.size === 0 ? [] : row.keywords.filter((term) => edited.has(keywordKey(term)));
}

export const ownLabel = (word: string): Label => `own:${word}`;

/** Whether a term stands in them as it would in a text. */
export const isOwn = (row: ArticleRow, term: Term): boolean =>
  findTerm(fold(ownKeywords(row).join('\n')), term) !== null;
