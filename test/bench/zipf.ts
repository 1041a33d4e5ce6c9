import type { Random } from './random.ts';

/** One of a list whose first is the commonest, the second about half as common, the third a third, and so on. */
export function zipf(list: readonly string[], { below }: Random): string {
  const share = below(2 ** 30) / 2 ** 30;
  return list[Math.floor((list.length + 1) ** share) - 1] ?? '';
}
