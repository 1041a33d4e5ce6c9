import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../components/i18n';
import type { LabelActions } from '../../components/label-editor/label-editor';
import { labelText } from '../../components/label-editor/label-text';
import type { ArticleRow } from '../../lib/article';
import type { LibraryChange } from '../../lib/library/change';
import type { LabelKind } from '../../lib/library/label-fields';
import type { LibraryModel, Undoable } from '../../lib/library/model';
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
  /** Beside the offer to undo a removal: to leave later articles out of it. */
  onlyHere: (last: Undoable, done: () => void) => ComponentChild;
};

/** The chip of this name has the focus again once it is drawn. */
function focusChip(name: string): void {
  setTimeout(() => {
    const chips = Array.from(document.querySelectorAll<HTMLElement>('.label-editor .chip-name'));
    chips.find(({ textContent }) => textContent === name)?.focus();
  }, 100);
}

/** What the reader does to the tags and keywords of the open article. */
export function useArticleLabels({ list, opening, onPick, change }: Means): ArticleLabels {
  const renaming = useSignal<{ kind: LabelKind; name: string; turn: number } | null>(null);
  const turns = useRef(0);
  const removed = useSignal<{ last: Undoable; term: string } | null>(null);

  const remove = async (row: ArticleRow, kind: LabelKind, name: string) => {
    const said = labelText(kind, 'removed', name);
    const before = list.undoable.value;
    await change(row, kind === 'tag' ? { removeTag: name } : { removeKeyword: name }, said);
    const last = list.undoable.value.at(-1);
    removed.value = kind === 'keyword' && last && !before.includes(last) ? { last, term: name } : null;
  };
  const onlyHere = async (term: string, done: () => void) => {
    // The button goes: the toast must not lose the focus with it.
    done();
    removed.value = null;
    await list.everywhere((manage, { now }) => manage.allowTerm(term, now));
    if (!list.failure.value) amendLastDone(list, () => ({ title: t('label_only_here_done', term) }));
  };

  const asked = renaming.value;
  return {
    actionsOn: (row) => ({
      valuesOf: list.valuesOf,
      async onAdd(kind, name) {
        list.forgetFailure();
        await change(row, kind === 'tag' ? { addTag: name } : { addKeyword: name });
        return list.failure.value === null;
      },
      onRemove: (kind, name) => void remove(row, kind, name),
      onRename: (kind, name) => (renaming.value = { kind, name, turn: turns.current++ }),
      onPick,
    }),
    dialog: asked && (
      <RenameLabel
        key={asked.turn}
        kind={asked.kind}
        name={asked.name}
        list={list}
        useOf={async (kind, name) => (await opening).useOf(kind, name)}
        onRenamed={focusChip}
        onClose={() => {
          // A browser tells late that a dialog has closed: the next one may be open.
          if (renaming.value === asked) renaming.value = null;
        }}
      />
    ),
    onlyHere: (last, done) => {
      const of = removed.value;
      if (of?.last !== last) return null;
      return (
        <button class="button quiet" type="button" onClick={() => void onlyHere(of.term, done)}>
          {t('label_only_here')}
        </button>
      );
    },
  };
}
