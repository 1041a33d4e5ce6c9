import { distribute } from './distribute';
import { addTo, closeGroup, type Group, openGroup } from './expression';
import { lex, type Piece } from './lex';
import type { Problem, Query } from './query';
import { readCondition } from './read-condition';

/** A query is typed by a person: what is longer was pasted by mistake. */
const MAX_LENGTH = 1000;
const MAX_CONDITIONS = 32;

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
  const pieces = settleOr(lex(read));
  let count = 0;
  /** Where the sign stands that excludes what comes next. */
  let sign: number | null = null;
  const around: Group[] = [];
  let group = openGroup(0, false);
  const close = (end: number): void => {
    const outer = around.pop();
    if (!outer) return;
    addTo(outer, closeGroup(group, end));
    group = outer;
  };

  for (const [i, piece] of pieces.entries()) {
    const { kind, start, end } = piece;
    if (kind === 'exclude') sign = start;
    else if (kind === 'or') group.or = true;
    else if (kind === 'open') {
      around.push(group);
      group = openGroup(sign ?? start, group.not !== (sign !== null));
      sign = null;
    } else if (kind === 'close') {
      close(end);
      sign = null;
    } else {
      const not = group.not !== (sign !== null);
      const single = not || group.or || pieces[i + 1]?.kind === 'or';
      const found = readCondition(piece, { now, single, typedTo: not ? -1 : typedTo });
      if (!Array.isArray(found)) problems.push({ start, end, code: found });
      if (kind === 'words' && piece.foreign) problems.push({ start, end, code: 'unknown' });
      const conditions = Array.isArray(found) ? found : [];
      count += conditions.length;
      if (count > MAX_CONDITIONS) {
        problems.push({ start, end: read.length, code: 'many' });
        break;
      }
      const from = sign;
      for (const condition of conditions)
        addTo(group, Object.assign(condition, { not, start: from ?? condition.start }));
      if (conditions.length === 0) addTo(group, null);
      sign = null;
    }
  }
  while (around.length > 0) close(read.length);
  const expression = closeGroup(group, read.length);
  const { clauses, widened } = expression ? distribute(expression) : { clauses: [], widened: [] };
  for (const { start, end } of widened) problems.push({ start, end, code: 'brackets' });
  if (read.length < typed.length) problems.push({ start: MAX_LENGTH, end: typed.length, code: 'long' });
  return { clauses, problems };
}
