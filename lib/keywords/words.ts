/** One word of a text, and what its language says about it. */
import { isStopWord, isWeakWord } from './stop-words';

export type Word = {
  /** Normalised and lower case. */
  key: string;
  /** As written. */
  form: string;
  /** White space stands before it in the text. */
  spaced: boolean;
  /** Ends a phrase and is no keyword. */
  stop: boolean;
  /** May be part of a keyword, but is none by itself. */
  weak: boolean;
  /** Without letters, or a number in Chinese characters, with its unit. */
  number: boolean;
  /** Of a script that writes no spaces. */
  unspaced: boolean;
};

/** Scripts that are written without spaces, as the inside of a character class. */
export const UNSPACED_SCRIPTS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆`;

const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--[${UNSPACED_SCRIPTS}]]`;
/** Source of a pattern: a word of a spaced script, with the hyphens, dots and apostrophes inside it. */
export const SPACED_WORD = String.raw`(?:\p{L}\.){2,}|${LETTER}+(?:(?:['’.&\-‐‑]|(?<=\p{N}),(?=\p{N}{3}))${LETTER}+)*`;

/** Elided article or pronoun, a word of its own: l'eau, d'accord, qu'il, dell'anno. */
export const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un)['’](?=.)/iu;

const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'v');
/** Longer ones are addresses, codes and pasted noise. */
const LONGEST = 40;
const HAN_NUMBER = /^[〇零一二三四五六七八九十百千万亿萬億两兩几幾]+$/u;
/** How many of what: 四年, 七个. Ends a phrase, as a bare number does not (天宫一号). */
const HAN_AMOUNT =
  /^[〇零一二三四五六七八九十百千万亿萬億两兩几幾半数數]+(?:[年月日时時分秒人名次回岁歲歳元円个個只條条张張位家种種]|分[钟鐘]|小[时時])$/u;

/**
 * A reader of words of one language. It looks at each form once and hands out the same object for it:
 * an article repeats its words, and looking is the dear part.
 */
export function wordReader(lang: string): (form: string, spaced: boolean) => Word {
  const seen = { spaced: new Map<string, Word>(), joined: new Map<string, Word>() };
  return (form, spaced) => {
    const known = spaced ? seen.spaced : seen.joined;
    let word = known.get(form);
    if (!word) {
      const key = form.normalize('NFKC').toLowerCase().replaceAll('\u2019', "'");
      const number = !/\p{L}/u.test(key) || HAN_NUMBER.test(key);
      const stop = key.length > LONGEST || (!number && (HAN_AMOUNT.test(key) || isStopWord(key, lang, form)));
      word = { key, form, spaced, stop, weak: isWeakWord(key, lang), number, unspaced: UNSPACED.test(key) };
      known.set(form, word);
    }
    return word;
  };
}
