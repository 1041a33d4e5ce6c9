import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t, uiLocale } from '../../components/i18n';

type State = { usage: number; quota: number; kept: boolean };

async function stateOfStorage(storage: StorageManager): Promise<State> {
  const [{ usage = 0, quota = 0 }, kept] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { usage, quota, kept };
}

/** 1 MB = 1,000,000 bytes, as disks and file managers count. */
function formatSize(bytes: number): string {
  const [unit, divisor] = bytes < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const);
  const digits = bytes < 1e8 ? 1 : 0;
  return new Intl.NumberFormat(uiLocale(), { style: 'unit', unit, maximumFractionDigits: digits }).format(
    bytes / divisor,
  );
}

/** How much room the library takes, and the browser's promise not to clear it by itself. */
export function StorageSection() {
  const state = useSignal<State | null>(null);
  const refused = useSignal(false);
  const look = async () => {
    state.value = await stateOfStorage(navigator.storage);
  };
  useEffect(() => void look(), []);

  const persist = async () => {
    refused.value = !(await navigator.storage.persist());
    await look();
  };
  if (!state.value) return null;
  const { usage, quota, kept } = state.value;
  return (
    <>
      <p>{t('options_usage', formatSize(usage), formatSize(quota))}</p>
      <p role="status">{t(kept ? 'options_kept' : refused.value ? 'options_persist_refused' : 'options_not_kept')}</p>
      {!kept && (
        <button class="button" type="button" onClick={() => void persist()}>
          {t('options_persist')}
        </button>
      )}
    </>
  );
}
