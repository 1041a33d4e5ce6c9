const MAX_LENGTH = 100;

/** Would break a line, hide or turn text where tags are shown, or cannot be written to a file. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A tag that cannot be: nothing was changed. `why` is a code that a page translates. */
export class TagError extends Error {
  override name = 'TagError';
  constructor(readonly why: 'empty' | 'long' | 'characters') {
    super(`No tag: ${why}`);
  }
}

/** A tag as it is kept: composed (NFC), without spaces around. Throws `TagError`. */
export function cleanTag(typed: string): string {
  const tag = typed.normalize('NFC').trim();
  if (FORBIDDEN.test(tag)) throw new TagError('characters');
  // Nothing to see is nothing to click.
  if (!/[^\p{C}\p{Z}]/u.test(tag)) throw new TagError('empty');
  if (Array.from(tag).length > MAX_LENGTH) throw new TagError('long');
  return tag;
}
