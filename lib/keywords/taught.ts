/** What the reader has taught: removed keywords stay removed, renamed ones come under their new name. */
import type { Ranked } from './rank';
import { termKey } from './term-key';

export type Taught = {
  /** Terms, in any spelling, that are never given again; a term renamed to one of them is gone as well. */
  removed?: ReadonlySet<string>;
  /** Term, in any spelling → the name to show for it. Names renamed further are followed; a circle renames nothing. */
  renamed?: ReadonlyMap<string, string>;
};

/** Old key → new name, each followed to its last one. */
function lastNames(renamed: ReadonlyMap<string, string>): Map<string, string> {
  const next = new Map<string, { name: string; key: string }>();
  for (const [from, to] of renamed) {
    const [name, key] = [to.trim(), termKey(to)];
    if (key) next.set(termKey(from), { name, key });
  }
  const last = new Map<string, string>();
  for (const [from, first] of next) {
    const met = new Set([from]);
    let to = first;
    for (let further = next.get(to.key); further && !met.has(to.key); further = next.get(to.key)) {
      met.add(to.key);
      to = further;
    }
    // Back where it began after a round of other names.
    const isCircle = met.has(to.key) && next.get(to.key)?.key !== to.key;
    if (!isCircle) last.set(from, to.name);
  }
  return last;
}

/** Two that come to one name are one, in the place of the better; it is declared if either is. */
export function asTaught(ranked: readonly Ranked[], { removed = new Set(), renamed = new Map() }: Taught): Ranked[] {
  if (!removed.size && !renamed.size) return [...ranked];
  const gone = new Set(Array.from(removed, termKey));
  const names = lastNames(renamed);
  const kept = new Map<string, Ranked>();
  for (const term of ranked) {
    const name = names.get(term.key);
    const key = name === undefined ? term.key : termKey(name);
    if (gone.has(term.key) || gone.has(key)) continue;
    const better = kept.get(key);
    if (better) kept.set(key, { ...better, name: better.name ?? name, declared: better.declared ?? term.declared });
    else kept.set(key, name === undefined ? term : { ...term, name });
  }
  return [...kept.values()];
}
