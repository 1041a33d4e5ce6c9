/** How to tell whether one term stands in another, or in a text. */
import { termKey } from './term-key';
import { ELIDED, SPACED_WORD } from './words';

/** `flood` and `floods`, `party` and `parties` are one; only for telling variants apart, never shown. */
const singular = (word: string): string =>
  word.replace(/(?<=\p{Script=Latin}{3})(?:'s|s)$/u, '').replace(/(?<=\p{Script=Latin}{2})ie$/u, 'y');

const WORD = new RegExp(SPACED_WORD, 'gv');

/**
 * A key or a text with a space on both sides of every word of a spaced script, so that `ai` is found in `生成式ai` and not
 * in `main`. Linear in its length.
 */
export function marked(key: string): string {
  const spaced = (word: string): string => ` ${singular(word.replace(/\.$/u, '')).replace(ELIDED, '$& ')} `;
  return key.replaceAll(WORD, spaced).replaceAll(/\s+/gu, ' ');
}

/** Title and text as they are searched for terms. */
export type Told = { title: string; text: string; holds: (key: string) => boolean };

export function toldBy(article: { title: string; text: string }): Told {
  const [title, text] = [marked(termKey(article.title)), marked(termKey(article.text))];
  return { title, text, holds: (key) => [title, text].some((part) => part.includes(marked(key))) };
}
