/**
 * Words that are no keyword and that end a phrase, by language.
 *
 * `stop-words.json` is drawn from stopwords-iso 1.1.0 (MIT, © 2016 Gene Diaz), without the content words which that
 * list holds (computer, research, conselho …) and with our own words of news prose (记者, 责任编辑, said, Monday …).
 */
import lists from './stop-words.json';

export const languages: readonly string[] = Object.keys(lists);

const sets = new Map<string, ReadonlySet<string>>();

export function stopWords(lang: string): ReadonlySet<string> {
  let set = sets.get(lang);
  if (!set) {
    const list = Object.hasOwn(lists, lang) ? lists[lang as keyof typeof lists] : '';
    set = new Set(list.split(' '));
    sets.set(lang, set);
  }
  return set;
}

/** English stands in the midst of CJK text, so its words count there too. */
const HOSTS_ENGLISH = new Set(['zh', 'ja', 'ko']);

/** `key` as `termKey` makes it; `lang` the first part of a BCP 47 tag. */
export function isStopWord(key: string, lang: string): boolean {
  if (stopWords(lang).has(key)) return true;
  if (lang === 'ja' && /^[\p{sc=Hiragana}ー]+$/u.test(key)) return true;
  return HOSTS_ENGLISH.has(lang) && stopWords('en').has(key);
}
