/** Measures of text that treat Chinese, Japanese and Korean as fairly as spaced scripts. */

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const UNIT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}_]+/gu;
/** Where all of these scripts lie; quicker to ask. */
const MAYBE_CJK = /[\u1100-\u11ff\u2e80-\uffff]/;
const CJK_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

/** Length in units of reading: one per CJK character, one per word elsewhere. */
export function countUnits(text: string): number {
  return text.match(UNIT)?.length ?? 0;
}

/** Share of CJK characters among all characters that are not white space, 0–1. */
export function cjkShare(text: string): number {
  if (!MAYBE_CJK.test(text)) return 0;
  const solid = text.replace(/\s+/gu, '').length;
  return solid ? (text.match(CJK_RUN)?.join('').length ?? 0) / solid : 0;
}

/** For comparing lines: NFKC, lower case, without white space and zero-width characters. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
    .toLowerCase();
}
