import { useSignal } from '@preact/signals';
import { plural, t } from '../../components/i18n';
import { labelText } from '../../components/label-editor/label-text';
import type { LabelQuestion } from './label-dialog';
import { RemoveLabel } from './remove-label';
import { RenameLabel } from './rename-label';
import { hashOf, listAt } from './route';

type Props = Omit<LabelQuestion, 'onClose'> & {
  /** It has another name now. */
  onRenamed: (name: string) => void;
};

/** Above the articles of one tag or keyword: which, and what can be done with it everywhere at once. */
export function LabelHeading({ onRenamed, ...label }: Props) {
  const asked = useSignal<'rename' | 'remove' | null>(null);
  const { kind, name, list } = label;
  const dialog = { ...label, onClose: () => (asked.value = null) };
  const total = list.total.value;
  return (
    <header class="label-heading">
      <h1>
        <span class="label-heading-kind">{labelText(kind, 'one')}</span> <bdi>{name}</bdi>
      </h1>
      <p class="label-heading-actions">
        {list.counted.value && <span>{plural('list_article_count', total)}</span>}
        <button class="button quiet" type="button" onClick={() => (asked.value = 'rename')}>
          {t('label_rename')}
        </button>
        <button class="button quiet" type="button" onClick={() => (asked.value = 'remove')}>
          {t('label_remove_all')}
        </button>
        <a class="button quiet" href={hashOf(listAt('all'))}>
          {t('label_clear')}
        </a>
      </p>
      {asked.value === 'rename' && <RenameLabel {...dialog} onRenamed={onRenamed} />}
      {asked.value === 'remove' && (
        <RemoveLabel {...dialog} onRemoved={() => (location.hash = hashOf(listAt('all')))} />
      )}
    </header>
  );
}
