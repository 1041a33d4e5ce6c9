/** Text that must stay text in Markdown (CommonMark 0.31, https://spec.commonmark.org/0.31.2/#backslash-escapes). */

/** Escapes what would act inside a line. An underscore within a word does nothing and stays readable. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/~(?=~)/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** Escapes what would make a paragraph's line a heading, a quotation, a list or a rule. */
export function escapeLineStarts(paragraph: string): string {
  return paragraph
    .replace(/^([ \t]*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+[ \t]*$|-{2,}[ \t]*$)/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

/** An address that ends neither the link nor the line. */
export function escapeAddress(address: string): string {
  return address.replace(/[\s()<>\\]/g, (character) =>
    character === '(' || character === ')' ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character),
  );
}

/** A code span with a fence longer than any inside (https://spec.commonmark.org/0.31.2/#code-spans). */
export function codeSpan(code: string): string {
  const text = code.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(text, 0) + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return text.trim() ? `${fence}${pad}${text}${pad}${fence}` : '';
}

/** The longest run of backticks in `text`, at least `least`. */
export function longestRun(text: string, least: number): number {
  return Math.max(least, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
