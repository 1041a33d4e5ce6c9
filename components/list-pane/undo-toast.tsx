import type { ComponentChild } from 'preact';
import type { LibraryModel, Undoable } from '../../lib/library/model';
import { t } from '../i18n';
import { Toast } from '../toast/toast';

type Props = {
  model: LibraryModel;
  /** The button that had the focus is gone. */
  onUndone: () => void;
  /** What else can be done about it. */
  more?: (last: Undoable) => ComponentChild;
};

/** Says what was done and offers to take it back. The status region is always there, or its news would not be read out. */
export function UndoToast({ model, onUndone, more }: Props) {
  const undoable = model.undoable.value;
  const last = undoable.at(-1);
  const undo = () => {
    void model.undo();
    onUndone();
  };
  return (
    <div role="status">
      {last && (
        <Toast key={undoable.length} text={last.title} onEnd={model.forgetUndo}>
          <button class="button quiet" type="button" onClick={undo}>
            {t('list_undo')}
          </button>
          {more?.(last)}
        </Toast>
      )}
    </div>
  );
}
