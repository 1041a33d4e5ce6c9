import { Notice } from '../../components/notice/notice';
import { t } from '../../components/i18n';
import type { ReaderActions, ReaderState } from './state';

/** What stands in the way of a save, right below the bar, with the way on. */
export function SaveNotice({ state: { saving }, actions }: { state: ReaderState; actions: ReaderActions }) {
  if (saving === 'orphaned') return <Notice kind="calm" text={t('error_orphaned')} />;
  if (saving === 'asking') {
    return (
      <Notice title={t('reader_private_title')} text={t('reader_private_text')}>
        <button class="button primary" onClick={() => actions.save(true)}>
          {t('reader_private_save')}
        </button>
        <button class="button" onClick={actions.declineSave}>
          {t('reader_private_leave')}
        </button>
      </Notice>
    );
  }
  if (typeof saving === 'string') return null;
  return (
    <Notice text={t(saving.failed === 'tooLarge' ? 'error_tooLarge' : 'error_notSaved')}>
      <button class="button" onClick={() => actions.save()}>
        {t('reader_try_again')}
      </button>
    </Notice>
  );
}
