/**
 * Keywords that the user gave to an article: no text was written with them, so they stand in no postings. Each of their
 * words and bigrams is a label of the article, under which the index of labels finds it.
 */
import type { ArticleRow } from '../article';
import { findTerm } from './find-term';
import { fold } from './fold';
import { editedKeywords, keywordKey, type Label } from './labels';
import type { Term } from './query/query';
import { tokenise } from './tokenise';

function ownKeywords(row: Pick<ArticleRow, 'keywords' | 'stamps'>): string[] {
  const edited = new Set(editedKeywords(row).map(keywordKey));
  return edited.size === 0 ? [] : row.keywords.filter((term) => edited.has(keywordKey(term)));
}

export const ownLabel = (word: string): Label => `own:${word}`;

/** Follows `tokenise` and `fold`: rows must be listed anew when these change. */
export const ownLabels = (row: ArticleRow): Label[] =>
  ownKeywords(row).flatMap((term) => tokenise(fold(term)).map(ownLabel));

/** Whether a term stands in them as it would in a text. */
export const isOwn = (row: ArticleRow, term: Term): boolean =>
  findTerm(fold(ownKeywords(row).join('\n')), term) !== null;
