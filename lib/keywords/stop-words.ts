/**
 * Words that say little, by language: stop words (`zh`) end a phrase and are no keyword;
 * weak words (`zh+`) are no keyword by themselves, but may be part of one (研究 in 研究对象, force in excessive force).
 *
 * `stop-words.json` is drawn from stopwords-iso 1.1.0 (MIT, © 2016 Gene Diaz), without the content words which that
 * list holds (computer, research, conselho …) and with our own words of news prose (记者, 责任编辑, said, Monday …).
 */
import lists from './stop-words.json';

export const languages: readonly string[] = Object.keys(lists).filter((name) => !name.endsWith('+'));

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

/** Adverbs end like this; names (Kelly) are told apart by their capital, the rest by name. */
const ADVERB = /^\p{Ll}{3,}ly$/u;
const NO_ADVERB = /^(?:family|supply|assembly|reply|ally|monopoly|anomaly|butterfly|elderly|daily|weekly)$/u;

/** don't, we'll, they've. */
const CONTRACTION = /n't$|'(?:ll|re|ve|d|m|s)$/u;

/** All that can be said of a language without a list: its little words are short. */
const SHORT = /^[\p{Ll}\p{Lo}]{1,3}$/u;
/** Scripts that write vowels as marks: में, है, करें. */
const SHORT_WITH_MARKS = /^(?:\p{Lo}\p{M}*){1,2}$/u;

/** Two characters that the segmenter takes for a word: X的, 不X, 一X, 你X. */
const ZH_FILLER =
  /^(?:[^目标][的了着]|.{2,3}的|[不未没很更最太也都就还][\p{sc=Han}]|[一几每某各这那你您他她][\p{sc=Han}])$/u;
/** People whom the news does not name: 王先生, 李某. */
const ZH_UNNAMED = /^\p{sc=Han}{1,2}(?:先生|女士|小姐|师傅|某|某某)$/u;

/** Verbs: 投げ出す, 開かれた. */
const JA_VERB = /\p{sc=Han}\p{sc=Hiragana}*[うくぐすつぬぶむるたてい]$/u;

const CJK = new Set(['zh', 'ja', 'ko']);

/** `key` as `termKey` makes it, `form` as written; `language` the first part of a BCP 47 tag. */
export function isStopWord(key: string, language: string, form = key): boolean {
  // Chinese words in the midst of another language are Chinese.
  const lang = !CJK.has(language) && /\p{sc=Han}/u.test(key) ? 'zh' : language;
  // Elided: l', d'.
  if (key.endsWith("'")) return true;
  if (!languages.includes(lang)) return SHORT.test(form) || (/\p{M}/u.test(form) && SHORT_WITH_MARKS.test(form));
  if (stopWords(lang).has(key)) return true;
  if (lang === 'en') return CONTRACTION.test(key) || (ADVERB.test(form) && !NO_ADVERB.test(form));
  if (lang === 'zh' && (ZH_FILLER.test(key) || ZH_UNNAMED.test(key))) return true;
  if (lang === 'ja' && /^[\p{sc=Hiragana}ー]+$/u.test(key)) return true;
  // English stands in the midst of CJK text, so its words count there too.
  return CJK.has(lang) && stopWords('en').has(key);
}

/** Verbs of two characters with their complement: 拍到, 降至, 优于. */
const ZH_COMPLEMENT = /^(?![签报周]到|[夏冬]至|[居入常]住)\p{sc=Han}[到至于於在给給住]$/u;

export function isWeakWord(key: string, lang: string): boolean {
  if (lang === 'zh' && ZH_COMPLEMENT.test(key)) return true;
  if (lang === 'ja' && JA_VERB.test(key)) return true;
  return stopWords(`${lang}+`).has(key);
}
