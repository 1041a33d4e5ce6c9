import { lex, type Piece } from './lex';
import type { Clause, Literal, Problem, Query } from './query';
import { readCondition } from './read-condition';

/** A query is typed by a person: what is longer was pasted by mistake. */
const MAX_LENGTH = 1000;
const MAX_CONDITIONS = 32;

const withoutPlaces = ({ any }: Clause): string => JSON.stringify(any.map((one) => ({ ...one, start: 0, end: 0 })));

/** `or` joins what stands on both sides of it; without them it is a word, or was typed twice, or waits for its other side. */
function settleOr(pieces: Piece[]): Piece[] {
  const settled: Piece[] = [];
  for (const piece of pieces) {
    const before = settled.at(-1)?.kind ?? 'open';
    const { typed, start, end } = piece;
    if (piece.kind !== 'or') settled.push(piece);
    else if (before === 'open' || before === 'exclude')
      settled.push({ kind: 'words', text: typed, from: start, foreign: false, typed, start, end });
    else if (before !== 'or') settled.push(piece);
  }
  return settled;
}

/**
 * Reads what stands in a search box. Words and filters must all be met; `or` binds tighter: `a b or c` is `a (b or c)`.
 * Takes any text of any length and never throws; `now` and its time zone settle what `yesterday` means.
 */
export function parseQuery(typed: string, now: Date): Query {
  const read = typed.slice(0, MAX_LENGTH);
  const typedTo = read.length < typed.length ? -1 : read.trimEnd().length;
  const problems: Problem[] = [];
  const clauses: Clause[] = [];
  const pieces = settleOr(lex(read));
  let count = 0;
  /** Where the sign stands that excludes what comes next. */
  let sign: number | null = null;
  let or = false;
  /** What an `or` adds to; null after a condition that came to nothing. */
  let last: Clause | null = null;
  let group: { start: number; not: boolean; afterOr: boolean; clauses: number } | null = null;

  for (const [i, piece] of pieces.entries()) {
    const { kind, start, end } = piece;
    const beforeOr = pieces[i + 1]?.kind === 'or';
    if (kind === 'exclude') sign = start;
    else if (kind === 'or') or = true;
    else if (kind === 'open') {
      group = { start, not: sign !== null, afterOr: or, clauses: clauses.length };
      sign = null;
    } else if (kind === 'close') {
      const more = group ? clauses.length - group.clauses : 0;
      const mixed = group?.afterOr ? more > 0 : beforeOr && more > 1;
      if (group && mixed) problems.push({ start: group.start, end, code: 'brackets' });
      group = null;
    } else {
      const not = sign !== null || group?.not === true;
      const found = readCondition(piece, { now, single: not || or || beforeOr, typedTo: not ? -1 : typedTo });
      if (!Array.isArray(found)) problems.push({ start, end, code: found });
      if (kind === 'words' && piece.foreign) problems.push({ start, end, code: 'unknown' });
      const conditions = Array.isArray(found) ? found : [];
      count += conditions.length;
      if (count > MAX_CONDITIONS) {
        problems.push({ start, end: read.length, code: 'many' });
        break;
      }
      const from = sign;
      const literals = conditions.map((condition): Literal =>
        Object.assign(condition, { not, start: from ?? condition.start }),
      );
      const joins = or && last !== null && !group?.not;
      if (joins) last?.any.push(...literals);
      else for (const literal of literals) clauses.push((last = { any: [literal] }));
      if (literals.length === 0 && !or) last = null;
      sign = null;
      or = false;
    }
  }
  if (read.length < typed.length) problems.push({ start: MAX_LENGTH, end: typed.length, code: 'long' });
  return { clauses: [...new Map(clauses.map((clause) => [withoutPlaces(clause), clause])).values()], problems };
}
