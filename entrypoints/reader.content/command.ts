import { PageError, type ReaderAction } from '../../lib/messages';

const ACTIONS: readonly ReaderAction[] = ['toggle', 'open', 'close', 'save', 'state'];

export type Command = { action: ReaderAction; consent: boolean; block?: string | null };

/** Checks what the background sent. Throws `PageError('noAnswer')` for what this version does not know. */
export function readCommand(data: unknown): Command {
  const { action, consent, block } = (data ?? {}) as Record<string, unknown>;
  const known = ACTIONS.find((name) => name === action);
  if (!known) throw new PageError('noAnswer');
  return {
    action: known,
    consent: consent === true,
    ...(typeof block === 'string' || block === null ? { block } : {}),
  };
}
