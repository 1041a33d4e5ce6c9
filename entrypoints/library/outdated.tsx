import { t } from '../../components/i18n';
import { Notice } from '../../components/notice/notice';

/** A newer build took the library over while this page was open: what it shows stays, what it would change does not. */
export function Outdated() {
  return (
    <Notice title={t('library_outdated_title')} text={t('library_outdated')}>
      <button class="button" type="button" onClick={() => location.reload()}>
        {t('library_reload')}
      </button>
    </Notice>
  );
}
