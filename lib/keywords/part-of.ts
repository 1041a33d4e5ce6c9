/** Whether one term stands in another, or in a text. */
import { UNSPACED_SCRIPTS } from './words';

/** `flood` and `floods` are one; only for telling variants apart, never shown. */
const singular = (word: string): string => word.replace(/(?<=\p{Script=Latin}{3})(?:'s|s)$/u, '');

const SPACED_WORD = new RegExp(String.raw`[[\p{L}\p{N}\p{M}]--[${UNSPACED_SCRIPTS}]][^\s${UNSPACED_SCRIPTS}]*`, 'gv');

/**
 * A key or a text with a space on both sides of every word of a spaced script, so that `ai` is found in `生成式ai` and not
 * in `main`. Linear in its length.
 */
export function marked(key: string): string {
  return key.replaceAll(SPACED_WORD, (word) => ` ${singular(word)} `).replaceAll(/\s+/gu, ' ');
}

/** Whether `part` stands in `whole` as whole words, or anywhere if the script has no spaces. */
export function isPartOf(part: string, whole: string): boolean {
  return marked(whole).includes(marked(part));
}
