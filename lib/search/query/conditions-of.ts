import type { Literal, Query } from './query';

/** Every condition once, in the order typed: one that stands beside brackets is part of several clauses. */
export function conditionsOf({ clauses }: Query): Literal[] {
  return [...new Set(clauses.flatMap(({ any }) => any))].toSorted((a, b) => a.start - b.start);
}
