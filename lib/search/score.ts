import type { ArticleRow } from '../article';
import { countTerm, findTerm } from './find-term';
import { fold } from './fold';
import type { Term } from './query/query';

/** A hit in the text weighs 1. */
const TITLE = 5;
const KEYWORD = 7;
const SOURCE = 3;
const NOTE = 2;

/** BM25 (Robertson and Zaragoza, 2009): how fast repeats stop to count, and how much a long text pays for its length. */
const K1 = 1.2;
const B = 0.75;
/** A usual article in UTF-16 units; the average itself would cost a pass over all texts. */
const USUAL_LENGTH = 1800;
/** Repeats past this change nothing any more. */
const MOST_REPEATS = 20;

/**
 * How well an article meets a query: 0 when a term is found nowhere, else the sum over its terms.
 * Scores are rounded so that equals stay equal and the date decides between them.
 */
export function score(article: ArticleRow, text: string, terms: readonly Term[]): number {
  const fields = [
    { folded: fold(article.title), weight: TITLE },
    { folded: fold([...article.keywords, ...article.tags].join('\n')), weight: KEYWORD },
    { folded: fold([article.source ?? '', article.byline ?? ''].join('\n')), weight: SOURCE },
    { folded: fold(article.note), weight: NOTE },
    { folded: fold(text), weight: 1 },
  ];
  if (!terms.every((term) => fields.some(({ folded }) => findTerm(folded, term)))) return 0;
  const length = 1 - B + (B * text.length) / USUAL_LENGTH;
  const sum = terms.reduce((total, term) => {
    const found = fields.reduce((tf, { folded, weight }) => tf + weight * countTerm(folded, term, MOST_REPEATS), 0);
    return total + found / (found + K1 * length);
  }, 0);
  return Math.round(sum * 50) / 50 || 0.01;
}
