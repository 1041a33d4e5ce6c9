import type { FieldFilter, Literal } from '../../lib/search/query/query';
import { t, uiLocale } from '../i18n';

/** What excludes, as it stands before a word. */
const SIGN = /^(?:[-－−–]|NOT\s+|[^\s:：]+[:：]\s*)/u;

type Dates = Extract<FieldFilter, { field: 'published' | 'saved' }>;

/** Years where whole years are meant, months where whole months are, else days. */
function formatOf(times: number[]): Intl.DateTimeFormat {
  const dates = times.map((time) => new Date(time));
  if (dates.some((date) => date.getDate() > 1)) return new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium' });
  const months = dates.some((date) => date.getMonth() > 0);
  return new Intl.DateTimeFormat(uiLocale(), { year: 'numeric', ...(months && ({ month: 'long' } as const)) });
}

function sayDates({ field, from, to }: Dates): string {
  const format = formatOf([from, to].filter((time) => time !== undefined));
  if (from !== undefined && to !== undefined) {
    const ends = new Set([format.format(from), format.format(to - 1)]);
    return t(`search_said_${field}`, [...ends].join(' – '));
  }
  if (from !== undefined) return t(`search_said_${field}_from`, format.format(from));
  return t(`search_said_${field}_to`, format.format(to));
}

function sayMinutes(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return t('search_said_minutes_to', max ?? 0);
  if (max === undefined) return t('search_said_minutes_from', min);
  return t('search_said_minutes', min === max ? min : `${min}–${max}`);
}

/** As it was typed: the filter holds only the form in which texts are compared. */
const VALUE = /[:：]\s*([^:：]+)$/u;
const MARKS = /["“”„‟〝〞＂「」『』《》]/gu;

function sayFilter(filter: FieldFilter, typed: string): string {
  switch (filter.field) {
    case 'site':
      return t('search_said_site', filter.host);
    case 'source':
      return t('search_said_source', VALUE.exec(typed)?.[1]?.replace(MARKS, '').trim() ?? filter.text);
    case 'tag':
      return t('search_said_tag', filter.name);
    case 'keyword':
      return t('search_said_keyword', filter.name);
    case 'lang': {
      const names = new Intl.DisplayNames([uiLocale()], { type: 'language' });
      return t('search_said_lang', names.of(filter.lang) ?? filter.lang);
    }
    case 'is':
      return t(`search_said_is_${filter.what}`);
    case 'has':
      return t(`search_said_has_${filter.what}`);
    case 'minutes':
      return sayMinutes(filter.min, filter.max);
    default:
      return sayDates(filter);
  }
}

/** A condition as it was understood, in the reader's language. */
export function sayCondition(condition: Literal, typed: string): string {
  const { kind, not, start, end } = condition;
  const written = typed.slice(start, end);
  const said = kind === 'filter' ? sayFilter(condition.filter, written) : written.replace(SIGN, '');
  return not ? t('search_said_not', said) : said;
}
