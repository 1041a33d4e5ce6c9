import { t } from '../../components/i18n';
import { labelText } from '../../components/label-editor/label-text';
import type { Action } from '../../lib/library/model';
import { changeEverywhere } from './change-everywhere';
import { LabelConcerns, LabelDialog, type LabelQuestion } from './label-dialog';
import { useWork } from './work';

type Props = LabelQuestion & { onRemoved: () => void };

/** Takes a tag or keyword from every article, after a question. */
export function RemoveLabel({ kind, name, list, useOf, onClose, onRemoved }: Props) {
  const work = useWork();
  const submit = async (): Promise<boolean> => {
    const title = labelText(kind, 'removed_all', name);
    const removing = (action: Action) => list.everywhere((manage, bulk) => manage.dropLabel(kind, name, bulk), action);
    if (await changeEverywhere(list, work, title, removing)) onRemoved();
    return true;
  };
  return (
    <LabelDialog
      title={labelText(kind, 'remove_title', name)}
      work={work}
      action={t('label_remove_do')}
      danger
      onSubmit={submit}
      onClose={onClose}
    >
      <LabelConcerns kind={kind} name={name} useOf={useOf} />
      <p>{labelText(kind, 'remove_later')}</p>
    </LabelDialog>
  );
}
