import { useSignal, type Signal } from '@preact/signals';
import { plural, t, type MessageKey, type PluralKey } from '../../components/i18n';
import type { LibraryChange } from '../../lib/library/change';
import type { LibraryModel } from '../../lib/library/model';
import type { Place } from '../../lib/library/place';
import { useWork, WorkProgress } from './work';

type Props = {
  list: LibraryModel;
  place: Place;
  /** Ids; `null` ends the choosing. */
  chosen: Signal<ReadonlySet<string> | null>;
};

type Action = { label: MessageKey; change: LibraryChange; said: PluralKey };

const PUT_BACK: Action = { label: 'list_restore', change: { putBack: true }, said: 'library_bulk_restored' };

function actionsIn(place: Place): Action[] {
  if (place === 'trash') return [PUT_BACK];
  return [
    place === 'archive'
      ? { label: 'library_to_inbox', change: { to: 'inbox' }, said: 'library_bulk_inbox' }
      : { label: 'library_to_archive', change: { to: 'archive' }, said: 'library_bulk_archived' },
    place === 'favourites'
      ? { label: 'library_unfavourite', change: { favourite: false }, said: 'library_bulk_unfavourite' }
      : { label: 'library_favourite', change: { favourite: true }, said: 'library_bulk_favourite' },
    { label: 'library_mark_read', change: { read: true }, said: 'library_bulk_read' },
    { label: 'list_remove', change: { to: 'trash' }, said: 'library_bulk_removed' },
  ];
}

/** What can be done with many articles at once. Shows how far it is and can be stopped; all of it can be undone. */
export function BulkBar({ list, place, chosen }: Props) {
  const work = useWork();
  const refused = useSignal(false);
  const ids = [...(chosen.value ?? [])];
  const count = ids.length;
  const onEnd = () => (chosen.value = null);

  const run = async (change: LibraryChange, said: PluralKey) => {
    refused.value = false;
    try {
      await work.run(ids.length, (part) => list.change(ids, change, { title: plural(said, ids.length), ...part }));
      onEnd();
    } catch {
      refused.value = true;
    }
  };
  const addTag = (event: SubmitEvent) => {
    event.preventDefault();
    const tag = (event.currentTarget as HTMLFormElement).querySelector('input')?.value.trim();
    if (tag) void run({ addTag: tag }, 'library_bulk_tagged');
  };

  if (work.progress.value)
    return (
      <div class="bulk-bar" role="group" aria-label={t('library_selection')}>
        <WorkProgress work={work} />
      </div>
    );
  return (
    <div class="bulk-bar" role="group" aria-label={t('library_selection')}>
      <span role="status">{plural('library_selected', count)}</span>
      <button
        class="button quiet"
        type="button"
        onClick={() => void list.allIds().then((all) => (chosen.value = new Set(all)), list.fail)}
      >
        {plural('library_select_all', list.total.value)}
      </button>
      <span class="bulk-actions">
        {actionsIn(place).map(({ label, change, said }) => (
          <button
            key={label}
            class="button"
            type="button"
            disabled={count === 0}
            onClick={() => void run(change, said)}
          >
            {t(label)}
          </button>
        ))}
        {place !== 'trash' && (
          <form onSubmit={addTag}>
            <input
              maxLength={100}
              disabled={count === 0}
              placeholder={t('label_tag_add')}
              aria-label={t('label_tag_add')}
              aria-invalid={refused.value}
            />
          </form>
        )}
        <button class="button quiet" type="button" onClick={onEnd}>
          {t('library_select_end')}
        </button>
      </span>
      {refused.value && (
        <p class="label-refused" role="alert">
          {t('label_tag_refused')}
        </p>
      )}
    </div>
  );
}
