export type Random = {
  /** From 0 up to, not including, `below`; whole. */
  below: (below: number) => number;
  /** Throws for an empty list. */
  pick: <T>(list: readonly T[]) => T;
};

/** The same numbers for the same seed, everywhere (mulberry32 by Tommy Ettinger, public domain). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick(list) {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error('Nothing to pick from.');
      return one;
    },
  };
}
