/** Conditions within conditions: what brackets, `or` and `not` make of them. */
import type { Place } from './lex';
import type { Literal } from './query';

/** Every `not` stands at a condition itself: not (a b) is read as (not a) or (not b). `all` and `any` are of two or more. */
export type Expression = Literal | (Place & { kind: 'all' | 'any'; of: Expression[] });

/** What stands between two brackets, or all that was typed, while it is being read. */
export type Group = {
  start: number;
  not: boolean;
  /** Alternatives side by side; all must be met. */
  alternatives: Expression[][];
  /** What an `or` adds to; none after a condition that came to nothing. */
  last: Expression[] | null;
  /** An `or` waits for its other side. */
  or: boolean;
};

export const openGroup = (start: number, not: boolean): Group => ({
  start,
  not,
  alternatives: [],
  last: null,
  or: false,
});

/** `null`: a condition that came to nothing. */
export function addTo(group: Group, part: Expression | null): void {
  const { or, last } = group;
  group.or = false;
  if (!part) group.last = or ? last : null;
  else if (or && last) last.push(part);
  else group.alternatives.push((group.last = [part]));
}

function join(kind: 'all' | 'any', of: Expression[]): Expression[] {
  const [first, second] = of;
  if (!first || !second) return of;
  return [{ kind, of, start: first.start, end: of.at(-1)?.end ?? first.end }];
}

/** The group as one expression that ends at `end`; null when there is nothing in it. */
export function closeGroup({ alternatives, not, start }: Group, end: number): Expression | null {
  const [outer, inner] = not ? (['any', 'all'] as const) : (['all', 'any'] as const);
  const [made] = join(
    outer,
    alternatives.flatMap((any) => join(inner, any)),
  );
  if (!made) return null;
  return 'of' in made ? { ...made, start, end } : made;
}
