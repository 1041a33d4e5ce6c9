import { PartlyDoneError } from './bulk';
import { failureOf, type ListFailure, refusing } from './list-failure';
import type { LibraryDb } from './schema';
import { undo, type UndoToken } from './undo';

/** `undo` takes back what was done, and rejects with a `ListFailure`; `failure` says why not all of it was done. */
export type Done = { undo: (now: number) => Promise<void>; failure: ListFailure | null };

/** Resolves also when the change failed half-way. Rejects, with nothing done, with a `ListFailure` or `LabelError`. */
export function doneOf(db: LibraryDb, changing: Promise<UndoToken>): Promise<Done> {
  const done = (token: UndoToken, failure: ListFailure | null): Done => ({
    undo: (now) => undo(db, token, now).catch(refusing('write')),
    failure,
  });
  return changing.then(
    (token) => done(token, null),
    (error: unknown) =>
      error instanceof PartlyDoneError ? done(error.done, failureOf(error, 'write')) : refusing('write')(error),
  );
}
