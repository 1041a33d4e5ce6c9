import { SIMPLIFIED_TABLE } from './simplified-table';

/** Printable ASCII from # on, without the backslash. */
export const symbolOf = (digit: number): string => String.fromCharCode(digit < 57 ? 35 + digit : 36 + digit);
export const SYMBOLS = 91;
/** Digits below this one end a number, the rest carry on. */
export const ONE = 65;
/** The first character of the table. */
export const LEAST = 0x4e00;
const MOST = 0x9fff;

let table: Uint16Array | null = null;

/** Simplified character at each place of a traditional one, 0 elsewhere; 42 kB, made at the first need of it. */
function unpack(): Uint16Array {
  const found = new Uint16Array(MOST - LEAST + 1);
  let from = LEAST - 1;
  let to = LEAST;
  let isStep = false;
  let value = 0;
  let scale = 1;
  // One plain loop: it runs once, before any compiler has looked at it.
  for (let i = 0; i < SIMPLIFIED_TABLE.length; i++) {
    const code = SIMPLIFIED_TABLE.charCodeAt(i);
    const digit = code < 92 ? code - 35 : code - 36;
    value += digit * scale;
    if (digit >= ONE) {
      scale *= SYMBOLS - ONE;
      continue;
    }
    if (isStep) found[from - LEAST] = to += value % 2 ? -(value + 1) / 2 : value / 2;
    else from += value + 1;
    isStep = !isStep;
    value = 0;
    scale = 1;
  }
  return found;
}

/**
 * Simplified characters for traditional ones, each in its place, so that 臺灣 and 台湾 are one. Several traditional
 * characters may share a simplified one (發 髮 → 发): a search finds too much rather than too little. Japanese characters
 * that happen to be traditional ones are folded too, in texts and queries alike.
 */
export function simplify(text: string): string {
  let out = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < LEAST || code > MOST) continue;
    const simple = (table ??= unpack())[code - LEAST];
    if (!simple) continue;
    out += text.slice(copied, i) + String.fromCharCode(simple);
    copied = i + 1;
  }
  return copied === 0 ? text : out + text.slice(copied);
}
