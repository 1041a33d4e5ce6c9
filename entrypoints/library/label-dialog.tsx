import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { formatCount, plural, t } from '../../components/i18n';
import type { LabelKind } from '../../lib/library/label-fields';
import type { LabelUse } from '../../lib/library/label-use';
import type { LibraryModel } from '../../lib/library/model';
import { type Work, WorkProgress } from './work';

/** What every question about one is told. */
export type LabelQuestion = {
  kind: LabelKind;
  name: string;
  list: LibraryModel;
  /** How much one is in use. */
  useOf: (kind: LabelKind, name: string) => Promise<LabelUse>;
  /** Also when nothing was done. */
  onClose: () => void;
};

type Props = {
  title: string;
  work: Work;
  /** The word on the button that does it. */
  action: string;
  danger?: boolean;
  /** The dialog closes when it resolves to true. */
  onSubmit: () => Promise<boolean>;
  onClose: () => void;
  children: ComponentChildren;
};

/** A question about one tag or keyword; shows how far the answer is carried out. Closing it stops that. */
export function LabelDialog({ title, work, action, danger, onSubmit, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!work.progress.value && (await onSubmit())) dialog.current?.close();
  };
  const closed = () => {
    work.stop();
    onClose();
  };
  return (
    <dialog ref={dialog} class="library-dialog" aria-labelledby={heading} onClose={closed}>
      <form onSubmit={(event) => void submit(event)}>
        <h2 id={heading}>{title}</h2>
        {children}
        <p class="library-dialog-actions">
          {work.progress.value ? (
            <WorkProgress work={work} />
          ) : (
            <>
              <button class="button" type="button" autofocus={danger} onClick={() => dialog.current?.close()}>
                {t('label_cancel')}
              </button>
              <button class={danger ? 'button danger' : 'button primary'} type="submit">
                {action}
              </button>
            </>
          )}
        </p>
      </form>
    </dialog>
  );
}

/** How many articles the answer is about. */
export function LabelConcerns({ kind, name, useOf }: Pick<LabelQuestion, 'kind' | 'name' | 'useOf'>) {
  const use = useSignal<LabelUse | null>(null);
  useEffect(() => {
    useOf(kind, name).then(
      (known) => (use.value = known),
      // The question can be answered without.
      () => undefined,
    );
  }, []);
  if (!use.value) return null;
  const { all, trash } = use.value;
  return <p>{trash > 0 ? plural('label_concerns_trash', all, formatCount(trash)) : plural('label_concerns', all)}</p>;
}
