/** Cuts what was typed into pieces: words, quoted text, filters, and the signs between them. */
import { type FieldName, fieldNamed } from './field-names';

export type Place = { start: number; end: number };

type Sign =
  | { kind: 'or' | 'open' | 'close' | 'exclude' }
  /** `foreign`: it looks like a filter, but is none. `from`: where the text stands. */
  | { kind: 'words'; text: string; from: number; foreign: boolean }
  | { kind: 'quoted'; text: string; from: number }
  /** `apart`: there are spaces before the value. `open`: the value may still be going on. */
  | { kind: 'filter'; field: FieldName; value: string; apart: boolean; open: boolean };

export type Piece = Place & Sign & { typed: string };

/** Closed by any mark of its kind: input methods and keyboards mix them up. */
const QUOTED = /["“”„‟〝〞＂]([^"“”„‟〝〞＂]*)(["“”„‟〝〞＂]|$)|「([^」]*)(」|$)|『([^』]*)(』|$)|《([^》]*)(》|$)/y;

/** What ends a word or a value; full-width commas too, as in `来源：新华社，标签：财经`. */
const END = String.raw`\s"“”„‟〝〞＂「『《|｜()（），、；！？`;
const BETWEEN = /[\s，、；！？」』》]+/y;
const WORDS = new RegExp(`[^${END}」』》]+`, 'y');
const VALUE = new RegExp(`[^${END}]+`, 'y');
const OR = /\|+|｜+|(?:or|或者?)(?=[\s()（）]|$)/iy;
const EXCLUDE = /[-－−–](?=[^\s\-－−–])|NOT\s+|(?:不含|不包含|不包括|排除)[:：]\s*/y;
const NAME = /[\p{L}\p{M}]{1,20}[:：]/uy;
const SPACE = /\s+/y;

/** Reads a text of any kind: what is no sign is words. */
export function lex(typed: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(typed);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const add = (start: number, sign: Sign): void =>
    void pieces.push({ ...sign, typed: typed.slice(start, at), start, end: at });

  const quoted = (): { text: string; from: number; closed: boolean } | null => {
    const found = match(QUOTED);
    if (!found) return null;
    const text = found[1] ?? found[3] ?? found[5] ?? found[7] ?? '';
    const closed = (found[2] ?? found[4] ?? found[6] ?? found[8]) !== '';
    return { text, from: found.index + 1, closed };
  };
  /** At a value's place: what is quoted, or all up to a space. */
  const value = (): { value: string; open: boolean } => {
    const marked = quoted();
    if (marked) return { value: marked.text, open: !marked.closed };
    return { value: match(VALUE)?.[0] ?? '', open: at === typed.length };
  };
  /** Is what comes now a sign rather than a word? */
  const isSign = (): boolean => {
    const here = at;
    const name = match(NAME)?.[0].slice(0, -1);
    const sign = name === undefined ? (match(OR) ?? match(EXCLUDE)) : fieldNamed(name);
    at = here;
    return sign !== null;
  };
  const filter = (start: number, field: FieldName): void => {
    const named = at;
    const apart = match(SPACE) !== null;
    const read = apart && isSign() ? { value: '', open: false } : value();
    if (apart && read.value === '') at = named;
    add(start, { kind: 'filter', field, ...read, apart });
  };
  const condition = (start: number): void => {
    const name = match(NAME)?.[0].slice(0, -1);
    const field = name === undefined ? null : fieldNamed(name);
    if (field && field !== 'unknown') return filter(start, field);
    const foreign = field === 'unknown' && /\S/.test(typed.charAt(at));
    at = start;
    const marked = quoted();
    if (marked) add(start, { kind: 'quoted', text: marked.text, from: marked.from });
    else if (match(WORDS)) add(start, { kind: 'words', text: typed.slice(start, at), from: start, foreign });
    else at++;
  };

  while (at < typed.length) {
    if (match(BETWEEN)) continue;
    const start = at;
    const free = start === 0 || /[\s()（）|｜，、；！？]/.test(typed.charAt(start - 1));
    if (match(/[(（]/y)) add(start, { kind: 'open' });
    else if (match(/[)）]/y)) add(start, { kind: 'close' });
    else if (match(OR)) add(start, { kind: 'or' });
    else if (free && match(EXCLUDE)) add(start, { kind: 'exclude' });
    else condition(start);
  }
  return pieces;
}
