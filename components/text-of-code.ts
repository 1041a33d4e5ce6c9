import { t, type MessageKey } from './i18n';

/** The text of a key that was put together with a code from outside; null when this version has no words for it. */
export function textOfCode(key: string): string | null {
  const text = /^\w+$/.test(key) ? t(key as MessageKey) : key;
  return text === key ? null : text;
}
