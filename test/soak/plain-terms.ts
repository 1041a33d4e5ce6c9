/** What is remembered about keywords of articles still to come, as it should be. */
type Field = 'removed' | 'as';
type Value = true | string | undefined;

export type TermTaken = { term: string; field: Field; before: Value; action: number; by: number | undefined };

type Pref = { removed?: Value | undefined; as?: Value | undefined; changed: Map<Field, number> };

export type PlainTerms = ReturnType<typeof plainTerms>;

export function plainTerms() {
  const prefs = new Map<string, Pref>();

  function set(term: string, field: Field, value: Value, action: number): TermTaken[] {
    const pref: Pref = prefs.get(term) ?? { changed: new Map() };
    const before = pref[field];
    if (before === value) return [];
    const by = pref.changed.get(field);
    pref[field] = value;
    pref.changed.set(field, action);
    prefs.set(term, pref);
    return [{ term, field, before, action, by }];
  }

  /** Nothing where names lead round in a circle. */
  function nameOf(term: string, met: readonly string[] = []): string | undefined {
    const { removed, as } = prefs.get(term) ?? {};
    if (removed || typeof as !== 'string') return term;
    return met.includes(as) ? undefined : nameOf(as, [...met, term]);
  }

  return {
    remove: (term: string, action: number) => set(term, 'removed', true, action),
    add: (term: string, action: number) => set(term, 'removed', undefined, action),
    forget: (term: string, action: number) => set(term, 'as', undefined, action),
    rename(from: string, to: string, action: number): TermTaken[] {
      const others = [...prefs].filter(([, { as }]) => as === from).map(([term]) => term);
      const names = [...new Set([from, ...others])].filter((term) => term !== to);
      return [
        ...set(to, 'removed', undefined, action),
        ...set(to, 'as', undefined, action),
        ...names.flatMap((term) => set(term, 'removed', undefined, action).concat(set(term, 'as', to, action))),
      ];
    },
    undo(taken: readonly TermTaken[], action: number): void {
      const open = taken.filter((one) => prefs.get(one.term)?.changed.get(one.field) === one.action);
      for (const { term, field, before, by } of open)
        if (set(term, field, before, action).length > 0 && by !== undefined) prefs.get(term)?.changed.set(field, by);
    },
    /** What a save brings, as it is to be called. */
    apply: (told: readonly string[]): string[] => [
      ...new Set(told.map((term) => nameOf(term) ?? term).filter((name) => !prefs.get(name)?.removed)),
    ],
    list: (): string[] =>
      [...prefs].flatMap(([term, { removed, as }]) =>
        removed || as !== undefined ? [`${term} ${String(removed)} ${String(as)}`] : [],
      ),
  };
}
