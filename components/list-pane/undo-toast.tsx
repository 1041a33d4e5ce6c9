import type { LibraryModel } from '../../lib/library/model';
import { t } from '../i18n';
import { Toast } from '../toast/toast';

/** Says what went to the trash and offers it back. The status region is always there, or its news would not be read out. */
export function UndoToast({ model }: { model: LibraryModel }) {
  const undoable = model.undoable.value;
  const last = undoable.at(-1);
  return (
    <div role="status">
      {last && (
        <Toast key={undoable.length} text={t('list_removed', last.title)} onEnd={model.forgetUndo}>
          <button class="button quiet" type="button" onClick={() => void model.undo()}>
            {t('list_undo')}
          </button>
        </Toast>
      )}
    </div>
  );
}
