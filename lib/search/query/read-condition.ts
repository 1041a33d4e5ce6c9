import type { Piece } from './lex';
import type { Literal, ProblemCode } from './query';
import { readFilter } from './read-filter';
import { type Words, wordsOf } from './words';

/** A literal of which it is not yet said whether it is excluded. */
type Condition = Literal extends infer L ? (L extends Literal ? Omit<L, 'not'> : never) : never;

type Reading = {
  now: Date;
  /** It is one of several alternatives or excluded, so that words written without a space belong together. */
  single: boolean;
  /** Where typing goes on; a word that ends here may be the beginning of a longer one. */
  typedTo: number;
};

const term = ({ parts, start, end }: Words, prefix: boolean): Condition[] =>
  parts.length > 0 ? [{ kind: 'term', term: { parts, prefix }, start, end }] : [];

/** What a piece asks for: several conditions for words of two scripts in a row, none for a filter still being typed. */
export function readCondition(piece: Piece, { now, single, typedTo }: Reading): Condition[] | ProblemCode {
  const { start, end } = piece;
  const goesOn = (words: Words | undefined): boolean => words?.end === typedTo && words.parts.at(-1)?.cjk === false;
  const separate = (text: string, from: number) => wordsOf(text, from).flatMap((words) => term(words, goesOn(words)));
  if (piece.kind === 'quoted' || (piece.kind === 'words' && single)) {
    const words = wordsOf(piece.text, piece.from);
    const parts = words.flatMap(({ parts }) => parts);
    return term({ parts, start, end }, piece.kind === 'words' && goesOn(words.at(-1)));
  }
  if (piece.kind === 'words') return separate(piece.text, piece.from);
  if (piece.kind !== 'filter') return [];
  const read = readFilter(piece.field, piece.value, { open: piece.open, now });
  if (read === null) return [];
  if ('filter' in read) return [{ kind: 'filter', filter: read.filter, start, end }];
  // `The truth is: nobody knows` is no filter.
  return piece.apart && piece.value !== '' ? separate(piece.typed, start) : read.problem;
}
