import { SIMPLIFIED_TABLE } from './simplified-table';

/** What stands in the packed table: the first `ONE` symbols end a number, the rest carry on. */
export const SYMBOLS = Array.from({ length: 93 }, (_, i) => String.fromCharCode(33 + i))
  .filter((symbol) => !/['\\`]/.test(symbol))
  .join('');
export const ONE = 65;
/** The first character of the table. */
export const LEAST = 0x4e00;
const MOST = 0x9fff;

let table: Uint16Array | null = null;

/** Simplified character at each place of a traditional one, 0 elsewhere; 42 kB, made at the first need of it. */
function unpack(): Uint16Array {
  const found = new Uint16Array(MOST - LEAST + 1);
  const values = new Uint8Array(128);
  for (let i = 0; i < SYMBOLS.length; i++) values[SYMBOLS.charCodeAt(i)] = i;
  const more = SYMBOLS.length - ONE;
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= more) {
      const digit = values[SIMPLIFIED_TABLE.charCodeAt(at++)] ?? 0;
      value += digit * scale;
      if (digit < ONE) return value;
    }
  };
  let [from, to] = [LEAST - 1, LEAST];
  while (at < SIMPLIFIED_TABLE.length) {
    from += next() + 1;
    const step = next();
    to += step % 2 ? -(step + 1) / 2 : step / 2;
    found[from - LEAST] = to;
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
