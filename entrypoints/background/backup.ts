/** The weekly backup. A worker has no `URL.createObjectURL`, so a page in the background makes it and goes away by itself. */
import { browser } from 'wxt/browser';
import { backupSchedule, isDue } from '../../lib/library/backup-schedule';
import { library } from './library';

export const BACKUP_ALARM = 'backup';

/** Browsers may forget alarms when they start or update us. */
export async function keepBackupAlarm(): Promise<void> {
  if (await backupSchedule(library()))
    await browser.alarms.create(BACKUP_ALARM, { delayInMinutes: 1, periodInMinutes: 60 });
}

/** Asked every hour: a page that died half-way is started again by the next one. */
export async function startDueBackup(): Promise<void> {
  const schedule = await backupSchedule(library());
  if (!schedule) await browser.alarms.clear(BACKUP_ALARM);
  else if (isDue(schedule, Date.now())) await browser.tabs.create({ url: '/options.html?backup', active: false });
}
