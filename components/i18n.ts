/**
 * The words of the product. Texts stand in `public/_locales`; components may not touch the browser API,
 * so an entrypoint hands over `browser.i18n.getMessage` once, before it renders.
 */
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
/** `items` stands for the pair `items_one` / `items_other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer P}_other` ? P : never) : never;

type GetMessage = (key: MessageKey, substitutions?: string[]) => string;

let getMessage: GetMessage = (key) => key;
let locale = 'en';

/** Called once by each entrypoint. `uiLocale` is the language that the browser shows, for dates and numbers. */
export function useMessages(source: GetMessage, uiLocale: string): void {
  getMessage = source;
  locale = uiLocale;
}

/** The text of `key`, its `$1` … filled in. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return getMessage(key, substitutions.map(String)) || key;
}

/** The plural form of `key` for `count`; the formatted count is `$1`. */
export function plural(key: PluralKey, count: number, ...more: string[]): string {
  const one = new Intl.PluralRules(locale).select(count) === 'one';
  return t(`${key}_${one ? 'one' : 'other'}` as MessageKey, new Intl.NumberFormat(locale).format(count), ...more);
}

/** `12,400`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}

const dates = (timeZone?: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });

/** `8 Sept 2022` / `2022年9月8日`. Takes milliseconds or ISO text; a date without a zone is shown as it stands. */
export function formatDate(when: number | string, formatFor = dates): string {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return String(when);
  return formatFor(/^\d{4}-\d\d-\d\d$/.test(String(when)) ? 'UTC' : undefined).format(date);
}

/** The same with the time of day: for what may happen twice in one day. */
export function formatMoment(when: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(when);
}

/** The language the product speaks now, for `lang` attributes. */
export function uiLocale(): string {
  return locale;
}
