import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../components/i18n';
import { labelText } from '../../components/label-editor/label-text';
import { LABELS } from '../../lib/library/label-fields';
import type { LabelUse } from '../../lib/library/label-use';
import { changeEverywhere } from './change-everywhere';
import { LabelConcerns, LabelDialog, type LabelQuestion } from './label-dialog';
import { useWork } from './work';

type Props = LabelQuestion & { onRenamed: (name: string) => void };

/** Another name for a tag or keyword on every article. Says before how many those are, and when two become one. */
export function RenameLabel({ kind, name, list, useOf, onClose, onRenamed }: Props) {
  const work = useWork();
  const field = useId();
  const typed = useSignal(name);
  const { keyOf } = LABELS[kind];
  /** The last one that was found under what was typed. */
  const found = useSignal<LabelUse | null>(null);
  const looking = useRef<Promise<void>>(Promise.resolve());
  /** Another one that has the new name already. */
  const otherOf = () => (found.value && keyOf(found.value.name) === keyOf(typed.value) ? found.value : null);
  const other = otherOf();
  const refused = useSignal(false);

  useEffect(() => {
    document.querySelector<HTMLInputElement>('.label-rename input')?.select();
  }, []);
  const look = async (text: string) => {
    typed.value = text;
    refused.value = false;
    const isOther = text.trim() !== '' && keyOf(text) !== keyOf(name);
    // A library that cannot be asked will not rename either, and says so then.
    const use = isOther ? await useOf(kind, text).catch(() => null) : null;
    if (typed.value === text) found.value = use && use.all > 0 ? use : null;
  };
  const submit = async (): Promise<boolean> => {
    await looking.current;
    // That two become one must have been said before.
    if (otherOf() !== other) return false;
    const to = other?.name ?? typed.value.trim();
    if (to === name) return true;
    try {
      const done = await changeEverywhere(list, work, t('label_renamed', name, to), (action) =>
        list.everywhere((manage, bulk) => manage.renameLabel(kind, name, to, bulk), action),
      );
      if (done) onRenamed(to);
      return true;
    } catch {
      refused.value = true;
      return false;
    }
  };

  return (
    <LabelDialog
      title={labelText(kind, 'rename_title', name)}
      work={work}
      action={t('label_rename_do')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p class="label-rename">
        <label for={field}>{t('label_rename_name')}</label>
        <input
          id={field}
          value={typed.value}
          maxLength={100}
          autocomplete="off"
          autofocus
          readOnly={work.progress.value !== null}
          dir="auto"
          aria-invalid={refused.value}
          onInput={({ currentTarget }) => (looking.current = look(currentTarget.value))}
        />
      </p>
      <div role="status">
        {refused.value && <p class="label-refused">{labelText(kind, 'refused')}</p>}
        {other && <p class="label-merges">{t('label_rename_merges', other.name)}</p>}
      </div>
      <LabelConcerns kind={kind} name={name} useOf={useOf} />
      {kind === 'keyword' && <p>{t('label_keyword_rename_later')}</p>}
    </LabelDialog>
  );
}
