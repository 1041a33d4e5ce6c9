import { useSignal, type Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatCount, plural, t, type MessageKey, type PluralKey } from '../../components/i18n';
import type { LibraryChange } from '../../lib/library/change';
import type { LibraryModel } from '../../lib/library/model';
import type { Place } from '../../lib/library/place';

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
  const progress = useSignal<{ done: number; of: number } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const refused = useSignal(false);
  const ids = [...(chosen.value ?? [])];
  const count = ids.length;
  const onEnd = () => (chosen.value = null);

  const run = async (change: LibraryChange, said: PluralKey) => {
    const controller = new AbortController();
    stop.current = controller;
    refused.value = false;
    progress.value = { done: 0, of: ids.length };
    try {
      await list.change(ids, change, {
        title: plural(said, ids.length),
        onProgress: (done, of) => (progress.value = { done, of }),
        signal: controller.signal,
      });
      onEnd();
    } catch {
      refused.value = true;
    } finally {
      progress.value = null;
    }
  };
  const addTag = (event: SubmitEvent) => {
    event.preventDefault();
    const tag = (event.currentTarget as HTMLFormElement).querySelector('input')?.value.trim();
    if (tag) void run({ addTag: tag }, 'library_bulk_tagged');
  };

  if (progress.value) {
    const { done, of } = progress.value;
    return (
      <div class="bulk-bar" role="group" aria-label={t('library_selection')}>
        <progress value={done} max={of} aria-label={t('library_bulk_running')} />
        <span role="status">{t('library_bulk_progress', formatCount(done), formatCount(of))}</span>
        <button class="button" type="button" onClick={() => stop.current?.abort()}>
          {t('library_bulk_stop')}
        </button>
      </div>
    );
  }
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
              placeholder={t('library_tag_add')}
              aria-label={t('library_tag_add')}
              aria-invalid={refused.value}
            />
          </form>
        )}
        <button class="button quiet" type="button" onClick={onEnd}>
          {t('library_select_end')}
        </button>
      </span>
      {refused.value && (
        <p class="tag-refused" role="alert">
          {t('library_tag_refused')}
        </p>
      )}
    </div>
  );
}
