import { t } from '../../components/i18n';
import type { Action, LibraryModel } from '../../lib/library/model';
import { amendLastDone } from './last-done';
import type { Work } from './work';

/**
 * Does to a tag or keyword what concerns all its articles, and offers it to be undone under `title`. Answers whether all of
 * it was done; else the list says why not, or that it was stopped. Rejects with `LabelError` only.
 */
export async function changeEverywhere(
  list: LibraryModel,
  work: Work,
  title: string,
  change: (action: Action) => Promise<void>,
): Promise<boolean> {
  const before = list.undoable.value.length;
  return work.run(1, async ({ onProgress, signal }) => {
    list.forgetFailure();
    await change({ title, onProgress, signal });
    if (list.undoable.value.length === before) return false;
    if (signal.aborted) amendLastDone(list, () => ({ title: t('label_stopped') }));
    return !signal.aborted && list.failure.value === null;
  });
}
