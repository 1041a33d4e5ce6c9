import { useSignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { t } from '../../components/i18n';
import { libraryCounts } from '../../lib/library/counts';
import { healthReport, pictureFailures, type HealthFacts } from '../../lib/library/health-report';
import { indexFacts } from '../../lib/library/index-facts';
import { SCHEMA_VERSION, type LibraryDb } from '../../lib/library/schema';

type Props = {
  /** Null where the library does not open. */
  db: LibraryDb | null;
  known: Omit<HealthFacts, 'versions' | 'counts' | 'failures' | 'index'>;
};

/** Copies what developers need to know; shown below, so that everybody sees what it holds. */
export function HealthReportButton({ db, known }: Props) {
  const report = useSignal('');
  const copied = useSignal(false);
  const copy = async () => {
    const versions = {
      extension: browser.runtime.getManifest().version,
      schema: SCHEMA_VERSION,
      browser: navigator.userAgent,
    };
    const read = db
      ? {
          counts: await libraryCounts(db),
          failures: await pictureFailures(db),
          index: await indexFacts(db),
        }
      : {};
    report.value = healthReport({ ...known, versions, ...read });
    copied.value = await navigator.clipboard.writeText(report.value).then(
      () => true,
      () => false,
    );
  };
  return (
    <div class="health-report">
      <button class="button" type="button" onClick={() => void copy()}>
        {t('health_copy_report')}
      </button>
      <p class="options-hint">{t('health_copy_report_hint')}</p>
      {report.value && (
        <>
          <p role="status">{t(copied.value ? 'health_report_copied' : 'health_report_not_copied')}</p>
          <pre tabIndex={0}>{report.value}</pre>
        </>
      )}
    </div>
  );
}
