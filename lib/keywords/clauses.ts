/** Text → clauses of words: what stands between two marks of punctuation, with the place of every word. */
import { isStopWord } from './stop-words';

export type Word = {
  /** Normalised and lower case. */
  key: string;
  /** As written. */
  form: string;
  /** Index among all words of the text, the title's first. */
  at: number;
  stop: boolean;
  /** A number or a sign that can stand in a phrase, but not be one. */
  number: boolean;
  /** White space stands before it in the text. */
  spaced: boolean;
};

export type Clause = {
  words: Word[];
  /** Whether it opens a sentence: there a capital letter says nothing. */
  opens: boolean;
  title: boolean;
};

/** Scripts that are written without spaces; a run of them goes to the segmenter. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆]/u;
/** An unspaced run | a word of a spaced script, with the hyphens, dots and apostrophes inside it | one sign. */
const PIECE = new RegExp(
  `(${UNSPACED.source}+)|((?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+(?:['’.&\\-‐‑](?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+)*)|([^\\s])`,
  'gu',
);
const SENTENCE_END = /[.!?。！？…:：;；]/u;
/** Longest run handed to the segmenter at once: its work must not grow faster than the text. */
const RUN = 400;

/** Elided article or pronoun: l'eau, d'accord, qu'il, dell'anno. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un)['’]/iu;
const POSSESSIVE = /['’]s?$/u;

type Cut = { form: string; breakAfter: boolean };

function* cut(run: string, segmenter: Intl.Segmenter): Generator<string> {
  for (let i = 0; i < run.length; i += RUN) {
    for (const { segment } of segmenter.segment(run.slice(i, i + RUN))) yield segment;
  }
}

function cutSpaced(word: string, lang: string): Cut[] {
  if (lang === 'en') {
    const bare = word.replace(/['’]s$/iu, '');
    return [{ form: bare, breakAfter: bare !== word }];
  }
  const elided = ELISION.exec(word)?.[0];
  const rest = elided ? word.slice(elided.length) : word;
  return [{ form: rest.replace(POSSESSIVE, '') || rest, breakAfter: false }];
}

/**
 * Cuts `lines` into clauses. Lines end clauses, unless a spaced script goes on in lower case
 * (text that was wrapped by hand). Linear in the length of the text.
 *
 * @param lang first part of a BCP 47 tag, for example `zh`
 */
export function clauses(lines: readonly { text: string; title: boolean }[], lang: string): Clause[] {
  const segmenter = new Intl.Segmenter(lang || 'zh', { granularity: 'word' });
  const found: Clause[] = [];
  let at = 0;
  let current: Clause = { words: [], opens: true, title: false };
  const end = (opens: boolean): void => {
    if (current.words.length) found.push(current);
    current = { words: [], opens: opens || (current.opens && !current.words.length), title: current.title };
  };
  for (const { text, title } of lines) {
    const wrapped = !title && !current.title && /^\s*\p{Ll}/u.test(text);
    if (!wrapped) end(true);
    current.title = title;
    let last = -1;
    let spacedNext = true;
    const push = (form: string, spaced: boolean): void => {
      const key = form
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\u2019/gu, "'");
      const number = !/\p{L}/u.test(key);
      current.words.push({ key, form, at: at++, stop: isStopWord(key, lang), number, spaced });
    };
    for (const piece of text.matchAll(PIECE)) {
      const spaced = spacedNext || piece.index > last;
      spacedNext = false;
      last = piece.index + piece[0].length;
      const [whole, run, word] = piece;
      if (run) {
        let first = spaced;
        for (const segment of cut(run, segmenter)) {
          push(segment, first);
          first = false;
        }
      } else if (word) {
        for (const { form, breakAfter } of cutSpaced(word, lang)) {
          push(form, spaced);
          if (breakAfter) end(false);
        }
      } else {
        end(SENTENCE_END.test(whole));
      }
    }
  }
  end(true);
  return found;
}
