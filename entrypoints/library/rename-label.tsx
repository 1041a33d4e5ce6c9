import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
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
  /** Another one that has the new name already. */
  const other = useSignal<LabelUse | null>(null);
  const refused = useSignal(false);

  useEffect(() => {
    document.querySelector<HTMLInputElement>('.label-rename input')?.select();
  }, []);
  const look = async (text: string) => {
    typed.value = text;
    refused.value = false;
    const { keyOf } = LABELS[kind];
    const isOther = text.trim() !== '' && keyOf(text) !== keyOf(name);
    // A library that cannot be asked will not rename either, and says so then.
    const use = isOther ? await useOf(kind, text).catch(() => null) : null;
    if (typed.value === text) other.value = use && use.all > 0 ? use : null;
  };
  const submit = async (): Promise<boolean> => {
    const to = other.value?.name ?? typed.value.trim();
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
          onInput={({ currentTarget }) => void look(currentTarget.value)}
        />
      </p>
      <div role="status">
        {refused.value && <p class="label-refused">{labelText(kind, 'refused')}</p>}
        {other.value && <p class="label-merges">{t('label_rename_merges', other.value.name)}</p>}
      </div>
      <LabelConcerns kind={kind} name={name} useOf={useOf} />
      {kind === 'keyword' && <p>{t('label_keyword_rename_later')}</p>}
    </LabelDialog>
  );
}
