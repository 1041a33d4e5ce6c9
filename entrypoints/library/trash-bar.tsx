import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../components/i18n';
import type { LibraryModel } from '../../lib/library/model';
import type { Storage } from './storage';
import { useWork, WorkProgress } from './work';

type Props = { list: LibraryModel; storage: Promise<Storage> };

type Asked = { ids: readonly string[] };

/** Empties the trash, or what has been in it for long, for good: the one thing that has no way back, so it is asked. */
export function TrashBar({ list, storage }: Props) {
  const old = useSignal<readonly string[]>([]);
  const asked = useSignal<Asked | null>(null);
  const work = useWork();
  const dialog = useRef<HTMLDialogElement>(null);
  const total = list.total.value;

  useEffect(() => {
    storage
      .then(({ list: { manage } }) => manage.trashedLongAgo(Date.now()))
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
      const { manage } = (await storage).list;
      await work.run(ids.length, (part) => manage.purge(ids, { now: Date.now(), ...part }));
    } catch (why) {
      list.fail(why as Parameters<typeof list.fail>[0]);
    }
  };

  if (work.progress.value)
    return (
      <div class="trash-bar">
        <WorkProgress work={work} />
      </div>
    );
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
      <dialog ref={dialog} class="library-dialog" aria-labelledby="trash-question" onClose={() => (asked.value = null)}>
        {asked.value && (
          <>
            <h2 id="trash-question">{plural('library_trash_question', asked.value.ids.length)}</h2>
            <p>{t('library_trash_consequence')}</p>
            <p class="library-dialog-actions">
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
