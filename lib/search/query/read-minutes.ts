import { fold } from '../fold';

const UNIT = /(minutes?|mins?|分钟|分)/g;
const NUMBER = /^(<=|≤|>=|≥|<|>|=|不到|少于|小于|超过|多于|大于)?(\d{1,4})(\+|以内|以下|以上)?$/;
const RANGE = /^(\d{1,4})(?:-|–|—|~|\.\.+|到|至)(\d{1,4})$/;

/** Reading time, both ends included: `5`, `<5`, `>=10`, `5-10`, `10+`, `5分钟以内`; null for anything else. */
export function readMinutes(value: string): { min?: number; max?: number } | null {
  const text = fold(value).replace(/\s+/g, '').replace(UNIT, '');
  const range = RANGE.exec(text);
  if (range) {
    const [a, b] = [Number(range[1]), Number(range[2])];
    return { min: Math.min(a, b), max: Math.max(a, b) };
  }
  const [, sign = '', digits, end = ''] = NUMBER.exec(text) ?? [];
  if (digits === undefined || (sign && end)) return null;
  const n = Number(digits);
  if (/^([<]|不到|少于|小于)$/.test(sign)) return n > 0 ? { max: n - 1 } : null;
  if (/^([>]|超过|多于|大于)$/.test(sign)) return { min: n + 1 };
  if (/<=|≤/.test(sign) || /以内|以下/.test(end)) return { max: n };
  if (/>=|≥/.test(sign) || /\+|以上/.test(end)) return { min: n };
  return { min: n, max: n };
}

/** Could it become one as it is typed on? */
export function mayBecomeMinutes(value: string): boolean {
  return readMinutes(`${value}1`) !== null;
}
