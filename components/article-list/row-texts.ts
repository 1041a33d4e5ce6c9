/** Texts of a row. A list makes hundreds of them, and each formatter of the browser costs more to make than to use. */
import { formatDate, plural, uiLocale } from '../i18n';

const formatters = new Map<string, Intl.DateTimeFormat>();
const minutes = new Map<number, string>();

function formatterFor(timeZone?: string): Intl.DateTimeFormat {
  const name = `${uiLocale()} ${timeZone}`;
  const made = formatters.get(name) ?? new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeZone });
  formatters.set(name, made);
  return made;
}

export const rowDate = (when: number | string): string => formatDate(when, formatterFor);

export function rowMinutes(count: number): string {
  const text = minutes.get(count) ?? plural('minutes', count);
  minutes.set(count, text);
  return text;
}
