import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { formatDate, type MessageKey, t } from '../../components/i18n';
import { Notice } from '../../components/notice/notice';
import {
  type BackupSchedule,
  backupSchedule,
  isDue,
  switchBackupOff,
  switchBackupOn,
} from '../../lib/library/backup-schedule';
import { db } from './health-library';

const DOWNLOADS = { permissions: ['downloads' as const] };

/** The alarm of the background, which asks every hour whether a backup is due. */
const ALARM = 'backup';

/** The switch for a backup each week. `made` changes when one was made, so that the dates are read again. */
export function BackupWeekly({ made }: { made: unknown }) {
  const schedule = useSignal<BackupSchedule | null>(null);
  const refused = useSignal(false);
  const look = async () => {
    schedule.value = await backupSchedule(db);
  };
  useEffect(() => void look().catch(() => undefined), [made]);

  const change = async (on: boolean) => {
    // Asked first: Firefox takes only the answer to a click that nothing came in between.
    refused.value = on && !(await browser.permissions.request(DOWNLOADS).catch(() => false));
    if (on && !refused.value) {
      await switchBackupOn(db, Date.now());
      await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: 60 });
    } else {
      await switchBackupOff(db);
      await browser.alarms.clear(ALARM);
    }
    await look();
  };

  const on = schedule.value !== null;
  const next = schedule.value && !isDue(schedule.value, Date.now()) ? formatDate(schedule.value.nextAt) : null;
  return (
    <>
      <label class="options-switch">
        <input type="checkbox" checked={on} onChange={(event) => void change(event.currentTarget.checked)} />
        <span>
          {t('backup_weekly')}
          <small>{on ? (next ? t('backup_next', next) : t('backup_soon')) : t('backup_weekly_hint')}</small>
        </span>
      </label>
      {refused.value && <p role="status">{t('backup_weekly_refused')}</p>}
      {schedule.value?.failed && (
        <Notice title={t('backup_weekly_failed')} text={t(`backup_failed_${schedule.value.failed}` as MessageKey)} />
      )}
    </>
  );
}
