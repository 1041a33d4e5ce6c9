import { LabelError } from './label-error';
import { NewerDatabaseError } from './open';

/** What went wrong, as a code that a page translates (`list_failed_<code>`). */
export type ListFailure = 'open' | 'newer' | 'blocked' | 'full' | 'write';

/** Browsers wrap a full disk in other errors and name it in the message only. */
export function failureOf(error: unknown, otherwise: ListFailure): ListFailure {
  if (error instanceof NewerDatabaseError || (error instanceof Error && error.name === 'NewerDatabaseError'))
    return 'newer';
  return /quota|disk|space/i.test(String(error)) ? 'full' : otherwise;
}

/** Throws the code of an error; a label that cannot be stays what it is. */
export const refusing =
  (otherwise: ListFailure) =>
  (error: unknown): never => {
    throw error instanceof LabelError ? error : failureOf(error, otherwise);
  };
