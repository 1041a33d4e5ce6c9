import { parseQuery } from '../../../../lib/search/query/parse-query';
import type { FieldFilter, Literal } from '../../../../lib/search/query/query';

/** A Monday. */
export const NOW = new Date(2026, 10, 23, 15, 30);

/** `2024-05-01`, with the time of day unless it is the day's beginning. */
const dateOf = (time: number | undefined): string => {
  if (time === undefined) return '';
  const [date = '', clock] = new Date(time).toLocaleString('sv').split(' ');
  return clock === '00:00:00' ? date : `${date} ${clock}`;
};

function shownFilter(filter: FieldFilter): string {
  switch (filter.field) {
    case 'published':
    case 'saved':
      return `${filter.field} ${dateOf(filter.from)}..${dateOf(filter.to)}`;
    case 'minutes':
      return `minutes ${filter.min ?? ''}..${filter.max ?? ''}`;
    default: {
      const { field, ...value } = filter;
      return `${field} ${Object.values(value).join()}`;
    }
  }
}

const shownLiteral = (literal: Literal): string => {
  if (literal.kind === 'filter') return (literal.not ? '!' : '') + shownFilter(literal.filter);
  const { parts, prefix } = literal.term;
  return (literal.not ? '!' : '') + parts.map(({ text }) => text).join(' ') + (prefix ? '*' : '');
};

/** Clauses by ` + `, alternatives by ` | `, `!` excluded, `*` where a word may go on. */
export const shown = (typed: string): string =>
  parseQuery(typed, NOW)
    .clauses.map(({ any }) => any.map(shownLiteral).join(' | '))
    .join(' + ');

/** `date ‹before:2024-13›`: what was not understood, and where. */
export const troubles = (typed: string): string =>
  parseQuery(typed, NOW)
    .problems.map(({ code, start, end }) => `${code} ‹${typed.slice(start, end)}›`)
    .join(', ');
