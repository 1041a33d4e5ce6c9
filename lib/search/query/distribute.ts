/** Any expression → clauses that all must be met, each of conditions of which one must be: (a b) or c is (a or c) (b or c). */
import type { Expression } from './expression';
import type { Place } from './lex';
import type { Clause, Literal } from './query';

/** Five pairs of words joined by `or` make 160. What needs more would take longer to answer than a person waits. */
const MAX_LITERALS = 200;

type Literals = readonly Literal[];

const meaning = (literal: Literal): string => JSON.stringify({ ...literal, start: 0, end: 0 });

const sizeOf = (clauses: readonly Literals[]): number => clauses.reduce((sum, { length }) => sum + length, 0);

const distinct = (literals: Literals): Literals => [...new Set(literals)];

const isIn = (some: Literals, of: Literals): boolean => some.every((one) => of.includes(one));

/** Without those that are met whenever another one is. */
const needed = (clauses: readonly Literals[]): Literals[] =>
  clauses.filter(
    (one, i) => !clauses.some((other, j) => j !== i && isIn(other, one) && (other.length < one.length || j < i)),
  );

/** `widened`: where one condition is enough although more were asked for, since there were too many ways to combine them. */
export function distribute(expression: Expression): { clauses: Clause[]; widened: Place[] } {
  let widened: Place[] = [];
  /** The same condition is the same object, wherever it stands. */
  const known = new Map<string, Literal>();

  const product = (place: Place, parts: Literals[][]): Literals[] => {
    let clauses: Literals[] = [[]];
    for (const part of parts) {
      if (clauses.length * sizeOf(part) + part.length * sizeOf(clauses) > MAX_LITERALS) {
        const outside = widened.filter(({ start, end }) => start < place.start || end > place.end);
        widened = [...outside, { start: place.start, end: place.end }];
        return [distinct(parts.flat(2))];
      }
      clauses = needed(clauses.flatMap((one) => part.map((other) => distinct([...one, ...other]))));
    }
    return clauses;
  };
  const clausesOf = (part: Expression): Literals[] => {
    if ('of' in part) {
      const parts = part.of.map(clausesOf);
      return part.kind === 'all' ? needed(parts.flat()) : product(part, parts);
    }
    const name = meaning(part);
    const literal = known.get(name) ?? part;
    known.set(name, literal);
    return [[literal]];
  };

  return { clauses: clausesOf(expression).map((any) => ({ any: [...any] })), widened };
}
