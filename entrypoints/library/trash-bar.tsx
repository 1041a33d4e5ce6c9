import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatCount, plural, t } from '../../components/i18n';
import type { LibraryManager } from '../../lib/library/manage';
import type { LibraryModel } from '../../lib/library/model';

type Props = { list: LibraryModel; manager: Promise<LibraryManager> };

type Asked = { ids: readonly string[] };

/** Empties the trash, or what has been in it for long, for good: the one thing that has no way back, so it is asked. */
export function TrashBar({ list, manager }: Props) {
  const old = useSignal<readonly string[]>([]);
  const asked = useSignal<Asked | null>(null);
  const progress = useSignal<{ done: number; of: number } | null>(null);
  const stop = useRef(new AbortController());
  const dialog = useRef<HTMLDialogElement>(null);
  const total = list.total.value;

  useEffect(() => {
    manager
      .then((manage) => manage.trashedLongAgo(Date.now()))
      .then(
        (ids) => (old.value = ids),
        // The list has said why.
        () => undefined,
      );
  }, [total]);

  const ask = (ids: readonly string[]) => {
    asked.value = { ids };
    dialog.current?.showModal();
  };
  const remove = async (ids: readonly string[]) => {
    dialog.current?.close();
    try {
      const manage = await manager;
      stop.current = new AbortController();
      const onProgress = (done: number, of: number) => (progress.value = { done, of });
      onProgress(0, ids.length);
      await manage.purge(ids, { now: Date.now(), onProgress, signal: stop.current.signal });
    } catch (why) {
      list.fail(why as Parameters<typeof list.fail>[0]);
    } finally {
      progress.value = null;
    }
  };

  if (progress.value) {
    const { done, of } = progress.value;
    return (
      <div class="trash-bar">
        <progress value={done} max={of} aria-label={t('library_bulk_running')} />
        <span role="status">{t('library_bulk_progress', formatCount(done), formatCount(of))}</span>
        <button class="button" type="button" onClick={() => stop.current.abort()}>
          {t('library_bulk_stop')}
        </button>
      </div>
    );
  }
  return (
    <div class="trash-bar">
      <button class="button" type="button" onClick={() => void list.allIds().then(ask, list.fail)}>
        {t('library_trash_empty_it')}
      </button>
      {old.value.length > 0 && old.value.length < total && (
        <button class="button" type="button" onClick={() => ask(old.value)}>
          {plural('library_trash_old', old.value.length)}
        </button>
      )}
      <dialog ref={dialog} class="trash-dialog" aria-labelledby="trash-question" onClose={() => (asked.value = null)}>
        {asked.value && (
          <>
            <h2 id="trash-question">{plural('library_trash_question', asked.value.ids.length)}</h2>
            <p>{t('library_trash_consequence')}</p>
            <p class="trash-dialog-actions">
              <button class="button" type="button" autofocus onClick={() => dialog.current?.close()}>
                {t('library_trash_keep')}
              </button>
              <button class="button danger" type="button" onClick={() => void remove(asked.value?.ids ?? [])}>
                {plural('library_trash_remove', asked.value.ids.length)}
              </button>
            </p>
          </>
        )}
      </dialog>
    </div>
  );
}
