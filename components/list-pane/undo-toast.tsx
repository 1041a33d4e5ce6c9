import type { LibraryModel } from '../../lib/library/model';
import { t } from '../i18n';
import { Toast } from '../toast/toast';

type Props = {
  model: LibraryModel;
  /** The button that had the focus goes. */
  onUndone: () => void;
};

/** Says what was done and offers to take it back. The status region is always there, or its news would not be read out. */
export function UndoToast({ model, onUndone }: Props) {
  const undoable = model.undoable.value;
  const last = undoable.at(-1);
  const undo = () => {
    void model.undo();
    onUndone();
  };
  const instead = last?.instead;
  return (
    <div role="status">
      {last && (
        <Toast key={undoable.length} text={last.title} onEnd={model.forgetUndo}>
          <button class="button quiet" type="button" onClick={undo}>
            {t('list_undo')}
          </button>
          {instead && (
            <button
              class="button quiet"
              type="button"
              onClick={() => {
                onUndone();
                void instead.run();
              }}
            >
              {instead.label}
            </button>
          )}
        </Toast>
      )}
    </div>
  );
}
