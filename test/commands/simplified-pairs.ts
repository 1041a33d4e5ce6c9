/** From OpenCC's table to the string that the product carries. */
import { LEAST, ONE, SYMBOLS, symbolOf } from '../../lib/search/simplify';

const FIRST = 0x4e00;
const LAST = 0x9fff;

/** Taiwan writes 跟著 for 跟着; OpenCC tells it from 著名 by the word, a search need not. */
const OWN = [{ from: '著', to: ['着'] }];

type Pair = [traditional: number, simplified: number];

/**
 * One simplified character for each traditional one, both in the basic plane, in order. A character that the table keeps
 * as it is comes first only because it has a meaning of its own too (瞭 瞭 了): for searching, what people write counts.
 * What others are simplified to stays (么).
 */
export function simplifiedPairs(table: string): Pair[] {
  const lines = table.split('\n').filter((line) => line && !line.startsWith('#'));
  const rows = lines.map((line) => {
    const [from = '', all = ''] = line.trim().split('\t');
    return { from, to: all.split(' ') };
  });
  const ends = new Set(rows.flatMap(({ from, to }) => (to[0] === from ? [] : to[0])));
  const map = new Map<string, string>();
  for (const { from, to } of [...rows, ...OWN]) {
    const target = to.find((character) => character !== from && character.length === 1);
    const code = from.charCodeAt(0);
    if (from.length > 1 || code < FIRST || code > LAST || !target || (to[0] === from && ends.has(from))) continue;
    map.set(from, target);
  }
  const end = (character: string): string => {
    const next = map.get(character);
    return next === undefined ? character : end(next);
  };
  const pairs = [...map.keys()].map((from): Pair => [from.charCodeAt(0), end(from).charCodeAt(0)]);
  return pairs.toSorted(([a], [b]) => a - b);
}

function packNumber(value: number): string {
  if (value < ONE) return symbolOf(value);
  const more = SYMBOLS - ONE;
  return symbolOf(ONE + ((value - ONE) % more)) + packNumber(Math.floor((value - ONE) / more));
}

/** Distances: from the traditional character before to this one, and from the simplified one before to this one. */
export function packTable(pairs: readonly Pair[]): string {
  let [from, to] = [LEAST - 1, LEAST];
  return pairs
    .map(([traditional, simplified]) => {
      const step = simplified - to;
      const packed = packNumber(traditional - from - 1) + packNumber(step < 0 ? -2 * step - 1 : 2 * step);
      [from, to] = [traditional, simplified];
      return packed;
    })
    .join('');
}
