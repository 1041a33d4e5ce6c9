/** Changes to what was typed, for the buttons around a search box. */
import type { Literal, Query } from './query';

const tidy = (typed: string): string => typed.replace(/\s+/gu, ' ').trim();

/** Without one of its conditions, and without the `or` beside it. */
export function withoutCondition(typed: string, { clauses }: Query, condition: Literal): string {
  const any = clauses.find((clause) => clause.any.includes(condition))?.any ?? [];
  const at = any.indexOf(condition);
  const next = any[at + 1];
  const start = next ? condition.start : (any[at - 1]?.end ?? condition.start);
  return tidy(`${typed.slice(0, start)} ${typed.slice(next?.start ?? condition.end)}`);
}

/** With a filter more; `name` as it is typed, with its colon. */
export function withFilter(typed: string, name: string, value: string): string {
  const plain = /^[\p{L}\p{N}\p{M}._-]*$/u.test(value);
  const filter = name + (plain ? value : `"${value.replace(/["“”„‟〝〞＂]/gu, '')}"`);
  const before = tidy(typed);
  // The space tells that nothing more of it will be typed.
  return before.includes(filter) ? before : `${before} ${filter} `.trimStart();
}

/** Words that need not stand together any more. */
export function withoutQuotes(typed: string): string {
  return tidy(typed.replace(/["“”„‟〝〞＂「」『』《》]/gu, ' '));
}
