/** Lines → clauses of words: what stands between two marks of punctuation. */
import type { Line } from './lines';
import { ELIDED, SPACED_WORD, UNSPACED_SCRIPTS, wordReader, type Word } from './words';

export type Clause = {
  words: Word[];
  /** Index of its first word among all words of the article, the title's first. */
  at: number;
  /** Whether it opens a sentence: there a capital letter says nothing. */
  opens: boolean;
  title: boolean;
};

/** An unspaced run | a word of a spaced script, with the hyphens, dots and apostrophes inside it | one sign. */
const PIECE = new RegExp(String.raw`([${UNSPACED_SCRIPTS}]+)|(${SPACED_WORD})|([^\s])`, 'gv');
/** What the segmenter is given at once: its work must not grow faster than the text. */
const RUN = /.{1,400}/gu;

const SENTENCE_END = /[.!?。！？…:：;；]/u;
/** After these a full stop ends nothing: St. John, Joseph D. McNamara. */
const ABBREVIATION = /^(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Jr|Sen|Rep|Gen|Gov|Lt|Col|Sgt|Capt|Mt|Ft)$/u;
const POSSESSIVE = /['’]s$/iu;

/** Builds clauses word by word; `end` closes the one that is open. */
function clauseBuilder(lang: string) {
  const read = wordReader(lang);
  const done: Clause[] = [];
  let open: Clause = { words: [], at: 0, opens: true, title: false };
  return {
    done,
    last: (): Word | undefined => open.words.at(-1),
    push(form: string, spaced: boolean): void {
      const word = read(form, spaced);
      // One character after a number is its measure: 3 名, 五旬.
      const measure = word.unspaced && word.key.length === 1 && open.words.at(-1)?.number === true && !word.number;
      open.words.push(measure ? { ...word, stop: true } : word);
    },
    end({ sentence, title = open.title }: { sentence: boolean; title?: boolean }): void {
      const opens = sentence || (open.opens && open.words.length === 0);
      if (open.words.length) done.push(open);
      open = { words: [], at: open.at + open.words.length, opens, title };
    },
  };
}

/**
 * A line ends a clause, unless a spaced script goes on in lower case: text that was wrapped by hand.
 * Linear in the length of the text.
 *
 * @param lang first part of a BCP 47 tag
 */
export function clauses(lines: readonly Line[], lang: string): Clause[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const builder = clauseBuilder(lang);
  let afterTitle = false;
  for (const { text, title } of lines) {
    if (title || afterTitle || !/^\s*\p{Ll}/u.test(text)) builder.end({ sentence: true, title });
    afterTitle = title;
    let end = -1;
    for (const { 0: piece, 1: run, 2: word, index } of text.matchAll(PIECE)) {
      let spaced = index > end;
      end = index + piece.length;
      if (run) {
        // Chinese puts a space where other scripts put a comma.
        if (spaced && builder.last()?.unspaced) builder.end({ sentence: false });
        for (const part of run.match(RUN) ?? []) {
          for (const { segment } of segmenter.segment(part)) {
            builder.push(segment, spaced);
            spaced = false;
          }
        }
      } else if (word) {
        const elided = lang === 'en' ? '' : (ELIDED.exec(word)?.[0] ?? '');
        const owner = lang === 'en' ? word.replace(POSSESSIVE, '') : word.slice(elided.length);
        if (elided) builder.push(elided, spaced);
        builder.push(owner, spaced && !elided);
        if (elided + owner !== word) builder.end({ sentence: false });
      } else if (piece !== '.' || !ABBREVIATION.test(builder.last()?.form ?? '')) {
        builder.end({ sentence: SENTENCE_END.test(piece) });
      }
    }
  }
  builder.end({ sentence: true });
  return builder.done;
}
