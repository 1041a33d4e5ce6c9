/**
 * What each page of ours does before it renders: words, language, title and theme.
 * The browser API comes in as arguments, since components may not touch it.
 */
import { t, uiLocale, useMessages, type MessageKey } from './i18n';

type I18n = { getMessage: Parameters<typeof useMessages>[0]; getUILanguage: () => string };

/**
 * The locale for dates and numbers: the browser's own form of the language that our texts are in
 * (`en-GB` when the texts are English), else that language, since a date in a third language would not fit.
 */
export function shownLocale(textLanguage: string, browserLanguage: string): string {
  const base = (tag: string) => tag.split('-')[0]?.toLowerCase();
  return base(textLanguage) === base(browserLanguage) ? browserLanguage : textLanguage;
}

export function startPage(page: Document, i18n: I18n, title: MessageKey): void {
  useMessages(i18n.getMessage, shownLocale(i18n.getMessage('ui_language'), i18n.getUILanguage()));
  page.documentElement.lang = uiLocale();
  page.title = t(title);
}
