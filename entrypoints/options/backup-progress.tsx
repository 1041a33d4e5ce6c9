import { plural, t } from '../../components/i18n';
import type { Step } from './backup-run';
import { Progress } from './progress';

/** How far a backup or restore is, and the way to stop it. */
export function BackupProgress({ step, onStop }: { step: Step; onStop: () => void }) {
  const { doing, done, of } = step;
  const percent = of === 0 ? 100 : Math.floor((done / of) * 100);
  const text =
    doing === 'writing'
      ? plural('backup_writing', of, String(done))
      : t(doing === 'reading' ? 'backup_reading' : 'backup_merging', percent);
  return <Progress label={text} done={done} of={of} stop={t('backup_stop')} onStop={onStop} />;
}
