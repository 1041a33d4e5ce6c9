/** Which word list and which weights an article needs: pages often declare the language of their template. */
import { cjkShare } from '../cjk';
import { languages, stopWords } from './stop-words';

/**
 * From this share of CJK characters on, a text is Chinese, Japanese or Korean, whatever it declares; from the smaller one
 * on if it declares one of them, since an article on programming is half code.
 */
const MOSTLY_CJK = { any: 0.15, declared: 0.08 };
/** Characters that tell it. */
export const SAMPLE = 3000;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * @param declared BCP 47 tag, may be empty or wrong
 * @returns first part of a BCP 47 tag
 */
export function languageOf(declared: string, text: string): string {
  const primary = /^[a-z]{2,3}(?=[-_]|$)/u.exec(declared.toLowerCase())?.[0] ?? '';
  const sample = text.slice(0, SAMPLE);
  const declaresCjk = ['zh', 'ja', 'ko'].includes(primary);
  if (cjkShare(sample) >= (declaresCjk ? MOSTLY_CJK.declared : MOSTLY_CJK.any)) {
    const hangul = count(sample, /\p{sc=Hangul}/gu);
    const kana = count(sample, /[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
    const han = count(sample, /\p{sc=Han}/gu);
    if (hangul > han + kana) return 'ko';
    return kana * 5 > han ? 'ja' : 'zh';
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = (lang: string): number => words.filter((word) => stopWords(lang).has(word)).length;
  let best = '';
  let most = 0;
  for (const lang of languages) {
    const found = hits(lang);
    if (found > most) [best, most] = [lang, found];
  }
  // Close kin share many short words: the page's word counts unless it is far off.
  return primary && (most === 0 || !languages.includes(primary) || hits(primary) * 2 >= most) ? primary : best || 'en';
}
