/**
 * Asks every system in turn, forwards and then backwards (A B C C B A …), so that whatever grows warm or slow meanwhile
 * touches all of them alike. `first` shifts who begins, `before` runs before each turn. Returns each system's answers in
 * the order they were given.
 */
export async function rounds<System extends string>(
  systems: readonly System[],
  { times, first = 0, before }: { times: number; first?: number; before?: () => Promise<unknown> },
  ask: (system: System) => Promise<number>,
): Promise<Record<System, number[]>> {
  const turned = systems
    .map((_, index) => systems[(index + first) % systems.length])
    .filter((one) => one !== undefined);
  const answers = Object.fromEntries(systems.map((system) => [system, [] as number[]])) as Record<System, number[]>;
  for (let turn = 0; turn < times; turn += 1) {
    await before?.();
    for (const system of turn % 2 ? turned.toReversed() : turned) answers[system].push(await ask(system));
  }
  return answers;
}
