/** A stretch of folded text without a break: CJK characters, or a word of any other script. */
export type Run = { text: string; cjk: boolean };

/** Characters of scripts written without spaces. ー is shared by scripts, so its script is `Common`. */
const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]`;
const RUN = new RegExp(String.raw`(${CJK}+)|[[\p{L}\p{N}]--${CJK}][[\p{L}\p{N}\p{M}]--${CJK}]*`, 'gv');
const WORD_CHARACTER = new RegExp(String.raw`[[\p{L}\p{N}\p{M}]--${CJK}]`, 'v');

/** Does a word (of a script with spaces) begin, go on or end at this place of a folded text? */
export function isWordAt(folded: string, index: number): boolean {
  const code = folded.codePointAt(index);
  return code !== undefined && WORD_CHARACTER.test(String.fromCodePoint(code));
}

/** Longer words are noise (addresses, encoded data); they are indexed by their beginning. */
const MAX_WORD = 64;

/** Where the runs of a folded text stand. */
export function findRuns(folded: string): (Run & { index: number })[] {
  return Array.from(folded.matchAll(RUN), ({ 0: text, 1: cjk, index }) => ({ text, cjk: cjk !== undefined, index }));
}

/** `防控措施` → 防控 控措 措施 施. The last character alone lets a one-character query find every character as a prefix. */
function addBigrams(run: string, terms: string[]): void {
  let first = 0;
  while (first < run.length) {
    // Characters past the first plane are two units long.
    const second = first + ((run.codePointAt(first) ?? 0) > 0xffff ? 2 : 1);
    const end = second + ((run.codePointAt(second) ?? 0) > 0xffff ? 2 : 1);
    terms.push(run.slice(first, end));
    first = second;
  }
}

/**
 * Index terms of a folded text, in order and with repeats: bigrams of CJK runs, words of all else.
 * No dictionary and no ICU: those differ between browsers and versions, and an index must not.
 */
export function tokenise(folded: string): string[] {
  const terms: string[] = [];
  for (const [text, cjk] of folded.matchAll(RUN)) {
    if (cjk !== undefined) addBigrams(text, terms);
    else terms.push(text.length > MAX_WORD ? [...text].slice(0, MAX_WORD).join('') : text);
  }
  return terms;
}
