/** A tag or keyword that cannot be: nothing was changed. `why` is a code that a page translates. */
export class LabelError extends Error {
  override name = 'LabelError';
  constructor(readonly why: 'empty' | 'long' | 'characters') {
    super(`No label: ${why}`);
  }
}
