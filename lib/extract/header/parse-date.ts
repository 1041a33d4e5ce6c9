import { monthNumber } from './month-names.ts';

/** A date as written, without shift between zones. */
export type WrittenDate = {
  /** YYYY-MM-DD */
  day: string;
  /** HH:MM or HH:MM:SS, empty when none was written. */
  time: string;
  /** `Z`, `+08:00`, or empty when none was written. */
  zone: string;
  start: number;
  end: number;
};

type Order = { dayFirst: boolean };

const MONTH_WORD = String.raw`([\p{L}]{3,12})\.?`;
const PATTERNS: readonly { regex: RegExp; read: (m: RegExpExecArray, order: Order) => [number, number, number] }[] = [
  {
    regex:
      /(?<![\d/.-])((?:19|20)\d{2})\s*(?:[-/.–]|年|년)\s*(\d{1,2})\s*(?:[-/.–]|月|월)\s*(\d{1,2})(?!\d)\s*[日号號일]?\.?/gu,
    read: (m) => [Number(m[1]), Number(m[2]), Number(m[3])],
  },
  {
    regex: new RegExp(
      String.raw`(?<![\p{L}\d])${MONTH_WORD}\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?((?:19|20)\d{2})(?!\d)`,
      'gu',
    ),
    read: (m) => [Number(m[3]), monthNumber(m[1] ?? ''), Number(m[2])],
  },
  {
    regex: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?[\s-]*(?:de\s+|of\s+)?${MONTH_WORD},?[\s-]*(?:de\s+|del\s+)?((?:19|20)\d{2})(?!\d)`,
      'gu',
    ),
    read: (m) => [Number(m[3]), monthNumber(m[2] ?? ''), Number(m[1])],
  },
  {
    regex: /(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)?\d{2})(?![\d/.-]\d|\d)/gu,
    read: (m, { dayFirst }) => {
      const [one, two] = [Number(m[1]), Number(m[3])];
      const year = Number(m[4]) < 100 ? 2000 + Number(m[4]) : Number(m[4]);
      const day = one > 12 || (two <= 12 && (dayFirst || m[2] === '.'));
      return day ? [year, two, one] : [year, one, two];
    },
  },
];
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(?:\d{2})?)?\d*(Z|[+-]\d{2}:?\d{2})?$/;

/** All dates written in a text, in order. Impossible days are left out; the caller judges past and future. */
export function findDates(text: string, order: Order): WrittenDate[] {
  if (!/\d{4}|\d[/.-]\d/.test(text)) return [];
  const found: WrittenDate[] = [];
  for (const { regex, read } of PATTERNS) {
    for (const match of text.matchAll(regex)) {
      const day = calendarDay(...read(match, order));
      const end = match.index + match[0].length;
      if (!day || found.some((other) => match.index < other.end && end > other.start)) continue;
      found.push({ day, ...timeNear(text, match.index, end), start: match.index });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The date in a machine-readable value: a meta tag, JSON-LD, `datetime`. */
export function readDate(value: string, order: Order): WrittenDate | null {
  const solid = value.trim();
  if (/^\d{10}$|^\d{13}$/.test(solid)) {
    const iso = new Date(Number(solid.padEnd(13, '0'))).toISOString();
    return { day: iso.slice(0, 10), time: iso.slice(11, 19), zone: 'Z', start: 0, end: solid.length };
  }
  return findDates(solid.replace(COMPACT, '$1-$2-$3 $4:$5 $6'), order)[0] ?? null;
}

export function isoOf({ day, time, zone }: WrittenDate): string {
  return time ? `${day}T${time}${zone}` : day;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

const TIME =
  /^[\s,，|·••@;–—-]*(?:(?:星期|周|週)[一二三四五六日天]|[(（][^)）]{1,4}[)）]|T|at|um|à|às|alle|kl\.?|\p{L}{3,9}day,?)?[\s,，|·•@;–—-]*(上午|下午|晚上|오전|오후|午前|午後)?\s*(\d{1,2})\s*[:：.h時时点시]\s*(\d{2})(?!\d)(?:\s*[:：分]\s*(\d{2})(?!\d))?(?:\.\d+)?\s*分?\s*(a\.?m\b\.?|p\.?m\b\.?)?\s*(Z\b|(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?\b|(?:UTC|GMT|[BIJK]ST|CES?T|[ECMP][SD]?T)\b)?/iu;
const TIME_BEFORE = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?\s*(?:[A-Z]{2,4})?[\s,|·on]*$/iu;

function timeNear(text: string, start: number, end: number): { time: string; zone: string; end: number } {
  const after = TIME.exec(text.slice(end, end + 60));
  if (after) {
    const time = clock(after[2], after[3], after[4], `${after[1] ?? ''}${after[5] ?? ''}`);
    if (time) return { time, zone: zoneOf(after[6] ?? ''), end: end + after[0].length };
  }
  const inside = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text.slice(start, end));
  const before = inside ?? TIME_BEFORE.exec(text.slice(Math.max(0, start - 24), start));
  const time = before ? clock(before[1], before[2], before[3], before[4] ?? '') : '';
  return { time, zone: '', end };
}

function clock(hours = '', minutes = '', seconds = '', half = ''): string {
  let hour = Number(hours);
  if (/^(?:p|下午|晚上|오후|午後)/i.test(half) && hour < 12) hour += 12;
  if (/^(?:a|上午|오전|午前)/i.test(half) && hour === 12) hour = 0;
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return '';
  return [String(hour).padStart(2, '0'), minutes, seconds].filter(Boolean).join(':');
}

/** Hours from UTC of the abbreviations that mean one thing in news; `CST` and `IST` do not. */
const ZONES: Readonly<Record<string, number>> = {
  BST: 1,
  CET: 1,
  CEST: 2,
  EST: -5,
  EDT: -4,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  JST: 9,
  KST: 9,
};

function zoneOf(written: string): string {
  const zone = written.trim().toUpperCase();
  if (/^(?:Z|UTC|GMT)$/.test(zone)) return 'Z';
  const hours = ZONES[zone] ?? 0;
  const offset = /([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(hours ? `${hours < 0 ? '' : '+'}${hours}` : zone);
  return offset ? `${offset[1]}${offset[2]?.padStart(2, '0')}:${offset[3] ?? '00'}` : '';
}
