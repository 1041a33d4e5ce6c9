import { plural, t } from '../../components/i18n';
import type { Step } from './backup-run';

/** How far a backup or restore is, and the way to stop it. */
export function BackupProgress({ step, onStop }: { step: Step; onStop: () => void }) {
  const { doing, done, of } = step;
  const percent = of === 0 ? 100 : Math.floor((done / of) * 100);
  const text =
    doing === 'writing'
      ? plural('backup_writing', of, String(done))
      : t(doing === 'reading' ? 'backup_reading' : 'backup_merging', percent);
  return (
    <div class="backup-progress">
      <label>
        <span>{text}</span>
        <progress max={of} value={done} />
      </label>
      <button class="button" type="button" onClick={onStop}>
        {t('backup_stop')}
      </button>
    </div>
  );
}
