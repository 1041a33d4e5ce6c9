/** Changes to what was typed, for the buttons around a search box. */
import { lex, type Place } from './lex';
import type { Literal } from './query';

const tidy = (typed: string): string => typed.replace(/\s+/gu, ' ').trim();

/**
 * Without one of its conditions, and without the signs that were there only for it: an `or` beside it, brackets around it,
 * what excluded them.
 */
export function withoutCondition(typed: string, { start, end }: Literal): string {
  let [before, after] = [typed.slice(0, start), typed.slice(end)];
  for (;;) {
    // A sign that excludes is one only before something.
    const left = lex(`${before}(`).at(-2);
    const [right] = lex(after);
    const emptied = left?.kind === 'open' && (right?.kind === 'close' || !right);
    const cutLeft = emptied || left?.kind === 'or' || left?.kind === 'exclude';
    const cutRight = emptied || (!cutLeft && right?.kind === 'or');
    if (cutLeft) before = before.slice(0, left.start);
    if (cutRight) after = after.slice(right?.end ?? 0);
    if (!emptied && left?.kind !== 'exclude')
      return tidy(`${before} ${after}`.replace(/(?<=[(（])\s+|\s+(?=[)）])/gu, ''));
  }
}

/** A value of a filter as it is typed: between quotation marks if it holds anything that might end it. */
export const writtenValue = (value: string): string =>
  /^[\p{L}\p{N}\p{M}._-]*$/u.test(value) ? value : `"${value.replace(/["“”„‟〝〞＂]/gu, '')}"`;

/** With a filter more; `name` as it is typed, with its colon. */
export function withFilter(typed: string, name: string, value: string): string {
  const filter = name + writtenValue(value);
  const before = tidy(typed);
  // The space tells that nothing more of it will be typed.
  return before.includes(filter) ? before : `${before} ${filter} `.trimStart();
}

/** Words that need not stand together any more. */
export function withoutQuotes(typed: string): string {
  return tidy(typed.replace(/["“”„‟〝〞＂「」『』《》]/gu, ' '));
}

/** With something else at a place, and where the caret belongs then. `whole`: nothing more of it will be typed. */
export function withWritten(
  typed: string,
  { start, end }: Place,
  written: string,
  whole: boolean,
): { typed: string; caret: number } {
  const after = typed.slice(end);
  const space = whole && !/^[)）]/u.test(after) ? 1 : 0;
  const rest = space && !/^\s/u.test(after) ? ` ${after}` : after;
  return { typed: typed.slice(0, start) + written + rest, caret: start + written.length + space };
}
