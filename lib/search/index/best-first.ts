/** Large sets in order, as far as they are looked at. */

/** Takes the next so many. */
export type Order = { take: (count: number) => number[] };

/**
 * The indexes of `ranks` from the highest down, equal ones from the last. Sorts only what is asked for: of 100,000
 * candidates a list shows fifty.
 */
export function bestFirst(ranks: ArrayLike<number>): Order {
  const heap = new Uint32Array(ranks.length);
  for (let i = 0; i < heap.length; i++) heap[i] = heap.length - 1 - i;
  let size = heap.length;
  const at = (place: number): number => heap[place] ?? 0;
  const before = (a: number, b: number): boolean => {
    const difference = (ranks[a] ?? 0) - (ranks[b] ?? 0);
    return difference > 0 || (difference === 0 && a > b);
  };
  const sink = (from: number): void => {
    let place = from;
    const moving = at(place);
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && before(at(child + 1), at(child))) child++;
      if (!before(at(child), moving)) break;
      heap[place] = at(child);
      place = child;
    }
    heap[place] = moving;
  };
  for (let place = (size >> 1) - 1; place >= 0; place--) sink(place);
  const first = (): number => {
    const best = at(0);
    heap[0] = at(--size);
    sink(0);
    return best;
  };
  return { take: (count) => Array.from({ length: Math.min(count, size) }, first) };
}
