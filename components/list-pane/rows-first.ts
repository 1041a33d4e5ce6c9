import { effect } from '@preact/signals';
import type { ListReader } from '../../lib/library/list-source';
import type { LibraryModel } from '../../lib/library/model';

/** Rows that take longer than this are not waited for. */
const PATIENCE_MS = 300;

/**
 * Resolves when the first rows have been painted, or when none are to come: time for the database's code, which is large.
 * `list` is asked for when `early` has answered.
 */
export function rowsFirst(early: Promise<ListReader | null>, list: () => LibraryModel): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    void early.then((reader) => {
      if (!reader) return resolve();
      effect(() => {
        if (list().items.value) requestAnimationFrame(() => setTimeout(resolve));
      });
    });
  });
}
