import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../components/i18n';
import type { Label, LabelActions } from '../../components/label-editor/label-editor';
import { labelText } from '../../components/label-editor/label-text';
import type { ArticleRow } from '../../lib/article';
import type { LibraryChange } from '../../lib/library/change';
import type { LabelKind } from '../../lib/library/label-fields';
import type { LibraryModel } from '../../lib/library/model';
import { amendLastDone } from './last-done';
import { RenameLabel } from './rename-label';
import type { Storage } from './storage';

type Means = {
  list: LibraryModel;
  opening: Promise<Storage>;
  onPick: LabelActions['onPick'];
  /** Rejects when a label is refused. */
  change: (row: ArticleRow, change: LibraryChange, said?: string) => Promise<void>;
};

export type ArticleLabels = {
  actionsOn: (row: ArticleRow) => LabelActions;
  /** What is asked at the moment. */
  dialog: ComponentChild;
};

/** What the reader does to the tags and keywords of the open article. */
export function useArticleLabels({ list, opening, onPick, change }: Means): ArticleLabels {
  const renaming = useSignal<(Label & { turn: number }) | null>(null);
  const turns = useRef(0);
  const renamedTo = useRef<string | null>(null);
  const standOn = useSignal<Label | null>(null);

  const remove = async (row: ArticleRow, kind: LabelKind, name: string) => {
    const before = list.undoable.value.length;
    await change(row, kind === 'tag' ? { removeTag: name } : { removeKeyword: name }, labelText(kind, 'removed', name));
    if (kind === 'tag' || list.undoable.value.length === before) return;
    amendLastDone(list, () => ({ instead: { label: t('label_only_here'), run: () => onlyHere(name) } }));
  };
  const onlyHere = async (term: string) => {
    list.forgetFailure();
    await list.everywhere((manage, { now }) => manage.allowTerm(term, now));
    if (list.failure.value) return;
    amendLastDone(list, () => ({ title: t('label_only_here_done', term), instead: undefined }));
  };

  const asked = renaming.value;
  const closed = () => {
    if (asked && renamedTo.current !== null) standOn.value = { kind: asked.kind, name: renamedTo.current };
    // A browser tells late that a dialog has closed: the next one may be open.
    if (renaming.value === asked) renaming.value = null;
  };
  return {
    actionsOn: (row) => ({
      valuesOf: list.valuesOf,
      async onAdd(kind, name) {
        list.forgetFailure();
        await change(row, kind === 'tag' ? { addTag: name } : { addKeyword: name });
        return list.failure.value === null;
      },
      onRemove: (kind, name) => void remove(row, kind, name),
      onRename(kind, name) {
        renamedTo.current = null;
        renaming.value = { kind, name, turn: turns.current++ };
      },
      onPick,
      standOn,
    }),
    dialog: asked && (
      <RenameLabel
        key={asked.turn}
        kind={asked.kind}
        name={asked.name}
        list={list}
        useOf={async (kind, name) => (await opening).useOf(kind, name)}
        onRenamed={(to) => (renamedTo.current = to)}
        onClose={closed}
      />
    ),
  };
}
