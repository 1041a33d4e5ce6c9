import { LabelError } from './label-error';

const MAX_LENGTH = 100;

/** Would break a line, hide or turn text where labels are shown, or cannot be written to a file. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A tag or keyword as it is kept: composed (NFC, NFKC), without spaces around. Throws `LabelError`. */
export function cleanLabel(typed: string, form: 'NFC' | 'NFKC'): string {
  const name = typed.normalize(form).trim();
  if (FORBIDDEN.test(name)) throw new LabelError('characters');
  // Nothing to see is nothing to click.
  if (!/[^\p{C}\p{Z}]/u.test(name)) throw new LabelError('empty');
  if (Array.from(name).length > MAX_LENGTH) throw new LabelError('long');
  return name;
}
