import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatDate, plural, t } from '../../components/i18n';
import { Notice } from '../../components/notice/notice';
import { type LastBackup, lastBackup } from '../../lib/library/last-backup';
import { unfinishedRestore } from '../../lib/library/restore';
import { BackupPlan } from './backup-plan';
import { BackupProgress } from './backup-progress';
import {
  type BackupOutcome,
  type Dry,
  lookAt,
  makeBackup,
  type RestoreOutcome,
  runRestore,
  type Step,
} from './backup-run';
import { chooseTarget, clearPrivateFile } from './backup-target';
import { BackupWeekly } from './backup-weekly';
import { formatSize } from './format-size';
import { db } from './health-library';
import { isScheduledPage, runScheduledBackup } from './scheduled-backup';

type State =
  | { at: 'rest' }
  | { at: 'work'; step: Step }
  | { at: 'plan'; dry: Extract<Dry, { ok: true }> }
  | { at: 'backedUp'; outcome: BackupOutcome }
  | { at: 'looked'; dry: Extract<Dry, { ok: false }> }
  | { at: 'restored'; outcome: RestoreOutcome };

const fileName = (now: Date): string =>
  `quietpage-backup-${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}.zip`;

/** A backup by hand, and the way back from one. */
export function BackupSection() {
  const state = useSignal<State>({ at: 'rest' });
  const last = useSignal<LastBackup | null>(null);
  const unfinished = useSignal(false);
  const stop = useSignal(new AbortController());
  const input = useRef<HTMLInputElement>(null);

  /** A library that does not open is told of elsewhere on this page. */
  const look = async () => {
    last.value = await lastBackup(db).catch(() => null);
    unfinished.value = (await unfinishedRestore(db).catch(() => null)) !== null;
  };
  useEffect(() => {
    void look();
    // There is none, as a rule.
    void clearPrivateFile(Date.now()).catch(() => undefined);
    if (isScheduledPage(location)) void backUpByItself();
  }, []);

  const begin = () => {
    stop.value = new AbortController();
    return { signal: stop.value.signal, onStep: (step: Step) => void (state.value = { at: 'work', step }) };
  };
  const backUp = async () => {
    try {
      const target = await chooseTarget(fileName(new Date()));
      if (!target) return;
      state.value = { at: 'backedUp', outcome: await makeBackup(db, target, begin()) };
    } catch {
      state.value = { at: 'backedUp', outcome: { ok: false, why: 'write' } };
    }
    await look();
  };
  const backUpByItself = async () => {
    state.value = { at: 'backedUp', outcome: await runScheduledBackup(db, fileName(new Date()), begin()) };
    await look();
  };
  const read = async (file: File) => {
    const dry = await lookAt(db, file, begin());
    state.value = dry.ok ? { at: 'plan', dry } : { at: 'looked', dry };
  };
  const merge = async ({ backup }: Extract<Dry, { ok: true }>, bringBack: boolean) => {
    state.value = { at: 'restored', outcome: await runRestore(db, backup, bringBack, begin()) };
    await look();
  };

  const now = state.value;
  const working = now.at === 'work';
  return (
    <div class="backup">
      <p>{t('backup_intro')}</p>
      <p class="options-hint">
        {last.value
          ? t('backup_last', formatDate(last.value.at), plural('backup_articles', last.value.articles))
          : t('backup_never')}
      </p>
      <div class="backup-buttons">
        <button class="button primary" type="button" disabled={working} onClick={() => void backUp()}>
          {t('backup_now')}
        </button>
        <button class="button" type="button" disabled={working} onClick={() => input.current?.click()}>
          {t('backup_restore')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          hidden
          aria-label={t('backup_restore')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void read(file);
          }}
        />
      </div>
      <p class="options-hint">{t('backup_restore_hint')}</p>
      <BackupWeekly made={last.value?.at} />
      {unfinished.value && !working && <Notice kind="calm" text={t('backup_unfinished')} />}
      {now.at === 'work' && <BackupProgress step={now.step} onStop={() => stop.value.abort()} />}
      {now.at === 'plan' && (
        <BackupPlan
          dry={now.dry}
          onMerge={(bringBack) => void merge(now.dry, bringBack)}
          onCancel={() => (state.value = { at: 'rest' })}
        />
      )}
      {now.at === 'backedUp' && <BackedUp outcome={now.outcome} />}
      {now.at === 'looked' && <Refused why={now.dry.why} />}
      {now.at === 'restored' && <Merged outcome={now.outcome} />}
    </div>
  );
}

function BackedUp({ outcome }: { outcome: BackupOutcome }) {
  if (!outcome.ok) return <Notice text={t(`backup_failed_${outcome.why}`)} />;
  const { articles, pictures, lacking, bodiless } = outcome.manifest.counts;
  const what = [plural('backup_articles', articles), plural('backup_pictures', pictures), formatSize(outcome.bytes)];
  return (
    <Notice kind="calm" alert text={t('backup_done', what.join(t('backup_comma')))}>
      {lacking > 0 && <p>{plural('backup_lacking', lacking)}</p>}
      {bodiless > 0 && <p>{plural('backup_bodiless', bodiless)}</p>}
    </Notice>
  );
}

function Refused({ why }: { why: Extract<Dry, { ok: false }>['why'] }) {
  return <Notice text={t(`backup_refused_${why}`)} />;
}

function Merged({ outcome }: { outcome: RestoreOutcome }) {
  if (!outcome.ok) return <Notice text={t(`backup_merge_failed_${outcome.why}`)} />;
  const { tally } = outcome;
  const text = t(
    'backup_merged',
    plural('backup_articles', tally.new),
    plural('backup_articles', tally.newerThere + tally.both),
  );
  return <Notice kind="calm" alert text={text} />;
}
