import { formatDate, t } from '../../components/i18n';
import { Notice } from '../../components/notice/notice';
import type { PicturesStopped } from '../../lib/messages';
import type { LibraryState } from './health-library';

type Props = { state: LibraryState; stopped: PicturesStopped | null };

/** What keeps the library from opening or its pictures from being written: what happened, what is safe, what to do. */
export function HealthTrouble({ state, stopped }: Props) {
  return (
    <>
      {state === 'outdated' && (
        <Notice title={t('library_outdated_title')} text={t('library_outdated')}>
          <Reload label={t('library_reload')} />
        </Notice>
      )}
      {state !== 'outdated' && state !== 'opening' && state !== 'ready' && (
        <Notice title={t('list_failed_title')} text={t(`list_failed_${state}`)}>
          <Reload label={t('list_try_again')} />
        </Notice>
      )}
      {stopped && (
        <Notice
          title={t('health_pictures_stopped_title')}
          text={t(`health_pictures_stopped_${stopped.code}`, formatDate(stopped.at))}
        />
      )}
    </>
  );
}

function Reload({ label }: { label: string }) {
  return (
    <button class="button" type="button" onClick={() => location.reload()}>
      {label}
    </button>
  );
}
