/** A query with all that belongs to it, and its answer, as the parts of a search hand them on. */
import type { CollectOptions, Ranked } from './index/collect';
import type { Correction } from './index/similar-words';
import type { Clause, FieldFilter, Literal, Query, Term } from './query/query';
import { termsOf } from './query/terms-of';

export type Asked = Omit<CollectOptions, 'clauses' | 'terms'> & { query: Query; within: readonly FieldFilter[] };

/** Nothing was found as it was typed: what was looked for instead. */
export type Relaxed = { kind: 'parts' } | { kind: 'typo'; words: Correction[] };

export type Answer = { ranked: Ranked[]; total: number; relaxed: Relaxed | null; terms: Term[] };

const required = (filter: FieldFilter, not = false): Clause => ({
  any: [{ kind: 'filter', filter, not, start: 0, end: 0 } satisfies Literal],
});

const isTrash = ({ field, ...filter }: FieldFilter): boolean =>
  field === 'is' && 'what' in filter && filter.what === 'trash';

const asksForTrash = ({ any }: Clause): boolean =>
  any.some((one) => one.kind === 'filter' && !one.not && isTrash(one.filter));

/** The query with the conditions of its place; the trash is searched only where it is asked for. */
export function clausesOf(query: Query, within: readonly FieldFilter[]): Clause[] {
  const clauses = [...query.clauses, ...within.map((filter) => required(filter))];
  return clauses.some(asksForTrash) ? clauses : [...clauses, required({ field: 'is', what: 'trash' }, true)];
}

export const optionsOf = ({ query, within, ...rest }: Asked): CollectOptions => ({
  ...rest,
  clauses: clausesOf(query, within),
  terms: termsOf(query),
});
