/** Texts of a row. A list makes hundreds of them, and each formatter of the browser costs more to make than to use. */
import { plural, uiLocale } from '../i18n';

const formatters = new Map<string, Intl.DateTimeFormat>();
const minutes = new Map<number, string>();

function formatterFor(timeZone: 'UTC' | undefined): Intl.DateTimeFormat {
  const name = `${uiLocale()} ${timeZone}`;
  const made = formatters.get(name) ?? new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeZone });
  formatters.set(name, made);
  return made;
}

/** As `formatDate` of components/i18n.ts. */
export function rowDate(when: number | string): string {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return String(when);
  return formatterFor(typeof when === 'string' && /^\d{4}-\d\d-\d\d$/.test(when) ? 'UTC' : undefined).format(date);
}

export function rowMinutes(count: number): string {
  const text = minutes.get(count) ?? plural('minutes', count);
  minutes.set(count, text);
  return text;
}
