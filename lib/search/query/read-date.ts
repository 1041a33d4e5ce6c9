/** Days and stretches of days as people write them, in the time zone of the reader. */
import { fold } from '../fold';

/** Half-open, in milliseconds; open at an end that is not given. */
export type Stretch = { from?: number; to?: number };

/** Year, month from 0, day from 1; numbers past an end carry on, as with `Date`. */
type Ymd = [year: number, month?: number, day?: number];
type Day = {
  y: number;
  m: number;
  d: number;
  /** Day of the month on which the week began: weeks begin on Monday. */ monday: number;
};

const NAMED: Record<string, (now: Day) => [from: Ymd, to: Ymd]> = {
  'today 今天 今日': ({ y, m, d }) => [
    [y, m, d],
    [y, m, d + 1],
  ],
  'yesterday 昨天 昨日': ({ y, m, d }) => [
    [y, m, d - 1],
    [y, m, d],
  ],
  前天: ({ y, m, d }) => [
    [y, m, d - 2],
    [y, m, d - 1],
  ],
  'week thisweek 本周 这周 这星期': ({ y, m, monday }) => [
    [y, m, monday],
    [y, m, monday + 7],
  ],
  'lastweek 上周 上星期': ({ y, m, monday }) => [
    [y, m, monday - 7],
    [y, m, monday],
  ],
  'month thismonth 本月 这个月': ({ y, m }) => [
    [y, m],
    [y, m + 1],
  ],
  'lastmonth 上月 上个月': ({ y, m }) => [
    [y, m - 1],
    [y, m],
  ],
  'year thisyear 今年 本年': ({ y }) => [[y], [y + 1]],
  'lastyear 去年': ({ y }) => [[y - 1], [y]],
  前年: ({ y }) => [[y - 2], [y - 1]],
};
const BY_NAME = new Map(Object.entries(NAMED).flatMap(([names, read]) => names.split(' ').map((name) => [name, read])));

const UNIT = 'd|days?|天|日|w|weeks?|周|个?星期|m|months?|个?月|y|years?|年';
const AGO = new RegExp(`^(近|最近|过去|last|past)?(\\d{1,4}|[一两二三四五六七八九十半])(${UNIT})(以?内)?$`, 'u');
const CHINESE_DIGITS = '零一二三四五六七八九十';

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?|年)?$/;
const SOLID = /^(\d{4})(\d\d)(\d\d)$/;
/** A month without its year is the last one that has begun. */
const MONTH_AND_DAY = /^()(\d{1,2})月(?:(\d{1,2})[日号]?)?$/;
const ENGLISH_MONTH = /^(?<month>[a-z]{3,9})[-.,]?(?<year>\d{4})?$/;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const timeOf = ([year, month = 0, day = 1]: Ymd): number => new Date(year, month, day).getTime();
const stretch = (from: Ymd, to: Ymd): Required<Stretch> => ({ from: timeOf(from), to: timeOf(to) });

/** The whole year, month or day; null when there is none such. */
function calendar(y: number, month: number | null, d: number | null): Required<Stretch> | null {
  if (y < 1900 || y > 2199) return null;
  if (month === null) return stretch([y], [y + 1]);
  const m = month - 1;
  if (m < 0 || m > 11) return null;
  if (d === null) return stretch([y, m], [y, m + 1]);
  return d >= 1 && d <= new Date(y, m + 1, 0).getDate() ? stretch([y, m, d], [y, m, d + 1]) : null;
}

/** The last days, weeks …, from the beginning of a day on. */
function ago(text: string, now: Day): { from: number } | null {
  const [, lately, count = '', unit = ''] = AGO.exec(text) ?? [];
  // 5月 and 3日 are dates.
  if (unit === '' || (!lately && /^[月日]$/.test(unit))) return null;
  const { y, m, d } = now;
  if (count === '半') return /[年y]/.test(unit) ? { from: timeOf([y, m - 6, d]) } : { from: timeOf([y, m, d - 15]) };
  const n = count === '两' ? 2 : CHINESE_DIGITS.includes(count) ? CHINESE_DIGITS.indexOf(count) : Number(count);
  if (/^(d|天|日)/.test(unit)) return { from: timeOf([y, m, d - n]) };
  if (/^w|周|星期/.test(unit)) return { from: timeOf([y, m, d - 7 * n]) };
  const months = /^m|月/.test(unit) ? n : 12 * n;
  const last = new Date(y, m - months + 1, 0).getDate();
  return { from: timeOf([y, m - months, Math.min(d, last)]) };
}

function day(text: string, date: Date): { from: number; to?: number } | null {
  const [y, m, d] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const now = { y, m, d, monday: d - ((date.getDay() + 6) % 7) };
  const named = BY_NAME.get(text);
  if (named) return stretch(...named(now));
  const english = ENGLISH_MONTH.exec(text)?.groups;
  const month = english ? MONTHS.findIndex((name) => name.startsWith(english.month ?? '')) + 1 : 0;
  if (month) return calendar(english?.year ? Number(english.year) : month > m + 1 ? y - 1 : y, month, null);
  const [found, year, ...rest] = DATE.exec(text) ?? SOLID.exec(text) ?? MONTH_AND_DAY.exec(text) ?? [];
  if (found === undefined) return ago(text, now);
  const [inYear = null, inMonth = null] = rest.map((part) => (part ? Number(part) : null));
  if (year) return calendar(Number(year), inYear, inMonth);
  const thisYear = calendar(y, inYear, inMonth);
  return thisYear && thisYear.from > date.getTime() ? calendar(y - 1, inYear, inMonth) : thisYear;
}

const squeeze = (value: string): string => fold(value).replace(/\s+/g, '');

/** `2024`, `2024-05`, `2024年5月3日`, `today`, `上周`, `7d`, `近三个月`, `May 2024`; null for anything else. */
export function readDay(value: string, now: Date): { from: number; to?: number } | null {
  return day(squeeze(value), now);
}

/** A day or stretch of days, also as `2024-01..2024-03`, `2024年1月到3月`, `..2024`, `>=2024-05`; null for anything else. */
export function readStretch(value: string, now: Date): Stretch | null {
  const text = squeeze(value);
  const [, sign, rest = ''] = /^([<>]=?|[≤≥])(.+)$/.exec(text) ?? [];
  if (sign) return compared(sign, day(rest, now));
  const [, first, last] = /^(.*?)(?:\.\.+|~|–|—+|到|至)(.*)$/.exec(text) ?? /^(\d{4})-(\d{4})$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return day(text, now);
  if (!first && !last) return null;
  const ends = [first, last && shared(first, last)].map((text): Stretch | null => (text ? day(text, now) : {}));
  const [a, b] = ends;
  if (!a || !b) return null;
  // Typed the wrong way round it means the same.
  const [{ from }, { to }] = (a.from ?? 0) > (b.from ?? Infinity) ? [b, a] : [a, b];
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** 2024年1月到3月: what stands before the first month holds for the second too. */
function shared(first: string, last: string): string {
  const year = /^\d{4}年/.exec(first)?.[0] ?? '';
  return /^\d{1,2}月/.test(last) ? year + last : last;
}

function compared(sign: string, found: { from: number; to?: number } | null): Stretch | null {
  if (!found) return null;
  if (sign === '<') return { to: found.from };
  if (sign === '>=' || sign === '≥') return { from: found.from };
  if (sign === '>') return found.to === undefined ? null : { from: found.to };
  return found.to === undefined ? null : { to: found.to };
}

const NAMES = [...BY_NAME.keys(), ...MONTHS];
const CONTINUATIONS = ['1', '01', '001', '2001', 'd', '天', '1天', '月'];

/** Could it become a day or a stretch as it is typed on? */
export function mayBecomeDay(value: string, now: Date): boolean {
  const text = squeeze(value);
  const [head, last] = /^(.*(?:\.\.|~|到|至|[<>]=?))?(.*)$/.exec(text)?.slice(1) ?? [];
  const names = NAMES.filter((name) => name.startsWith(last ?? '')).map((name) => (head ?? '') + name);
  return [...names, ...CONTINUATIONS.map((more) => text + more)].some((whole) => readStretch(whole, now));
}
