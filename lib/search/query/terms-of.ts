import type { Query, Term } from './query';

/** What to look for and to mark: every term that is not excluded, in the order typed. */
export function termsOf({ clauses }: Query): Term[] {
  return clauses.flatMap(({ any }) => any.flatMap((one) => (one.kind === 'term' && !one.not ? [one.term] : [])));
}
