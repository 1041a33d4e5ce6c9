import type { LibraryModel, Undoable } from '../../lib/library/model';

/** Says or does more about what was done last, where it is offered to be undone. */
export function amendLastDone({ undoable }: LibraryModel, amend: (last: Undoable) => Partial<Undoable>): void {
  const last = undoable.value.at(-1);
  if (last) undoable.value = [...undoable.value.slice(0, -1), { ...last, ...amend(last) }];
}
