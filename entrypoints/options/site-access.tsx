import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../components/i18n';
import { Notice } from '../../components/notice/notice';

const EVERY_PAGE = { origins: ['http://*/*', 'https://*/*'] };

/** Shown only where the user narrowed the access to websites: what is missing, and the way back. */
export function SiteAccess() {
  const narrowed = useSignal(false);
  const look = async () => {
    narrowed.value = !(await browser.permissions.contains(EVERY_PAGE));
  };
  useEffect(() => {
    void look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  if (!narrowed.value) return null;
  return (
    <Notice kind="calm" title={t('options_narrowed_title')} text={t('options_narrowed')}>
      <button class="button" type="button" onClick={() => void browser.permissions.request(EVERY_PAGE)}>
        {t('options_narrowed_allow')}
      </button>
    </Notice>
  );
}
