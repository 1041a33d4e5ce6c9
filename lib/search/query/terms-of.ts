import { conditionsOf } from './conditions-of';
import type { Query, Term } from './query';

/** What to look for and to mark: every term that is not excluded, in the order typed. */
export function termsOf(query: Query): Term[] {
  return conditionsOf(query).flatMap((one) => (one.kind === 'term' && !one.not ? [one.term] : []));
}
