import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatCount, plural, t } from '../../components/i18n';
import { isRepairable } from '../../lib/library/finding';
import { indexFacts } from '../../lib/library/index-facts';
import { checkLibrary, type CheckDepth, type CheckState } from '../../lib/library/integrity';
import { failureOf } from '../../lib/library/list-failure';
import { backendOf } from '../../lib/library/backend';
import { repairLibrary } from '../../lib/library/repair-library';
import type { LibraryDb } from '../../lib/library/schema';
import { keepIndex } from '../../lib/search/index/keep-index';
import { sendMessage } from '../../lib/messages';
import { HealthFindings } from './health-findings';
import { Progress } from './progress';

type Props = {
  db: LibraryDb;
  /** The last examination, also a stopped one; the report for a bug report tells it too. */
  checked: Signal<CheckState | null>;
  /** Something was repaired: counts and sizes are others now. */
  onRepaired: () => void;
};

type Working = { doing: 'check' | 'repair' | 'index'; done: number; of: number };

/** The examination of the library: start, stop, go on, what it found, and the repair. */
export function HealthCheck({ db, checked, onRepaired }: Props) {
  const working = useSignal<Working | null>(null);
  const said = useSignal('');
  const stop = useRef(new AbortController());

  /** One at a time; what it did until it is stopped or fails stays. */
  const run = async (doing: Working['doing'], work: (signal: AbortSignal) => Promise<string>) => {
    stop.current = new AbortController();
    said.value = '';
    working.value = { doing, done: 0, of: 0 };
    said.value = await work(stop.current.signal).catch((error: unknown) =>
      t(`list_failed_${failureOf(error, 'open')}`),
    );
    working.value = null;
  };
  const check = (depth: CheckDepth, from: CheckState | null) =>
    run('check', async (signal) => {
      const onProgress = (state: CheckState) => {
        checked.value = state;
        working.value = { doing: 'check', done: state.done, of: state.of };
      };
      const { finished, findings } = await checkLibrary(db, { depth, from, onProgress, signal });
      if (!finished) return t('health_stopped');
      return findings.length === 0 ? t('health_sound') : '';
    });
  const repair = () =>
    run('repair', async (signal) => {
      const { textOf } = await import('./text-of');
      const onProgress = (done: number, of: number) => (working.value = { doing: 'repair', done, of });
      const findings = checked.value?.findings ?? [];
      const repaired = await repairLibrary(db, findings, {
        textOf,
        now: Date.now(),
        locks: navigator.locks,
        onProgress,
        signal,
      });
      // What is left is what a fresh look finds.
      checked.value = await checkLibrary(db, { signal });
      void sendMessage('fetchPictures', null).catch(() => undefined);
      onRepaired();
      return t('health_repaired', formatCount(repaired));
    });
  const rebuild = () =>
    run('index', async (signal) => {
      const onProgress = ({ done, of }: { done: number; of: number }) => (working.value = { doing: 'index', done, of });
      try {
        await keepIndex(await backendOf(db), navigator.locks, { anew: true, wait: true, onProgress, signal });
      } catch (error) {
        if (signal.aborted) return t('health_index_stopped');
        throw error;
      }
      onRepaired();
      const { unreadable } = await indexFacts(db);
      return unreadable > 0 ? plural('health_index_unreadable', unreadable) : t('health_index_built');
    });

  const state = checked.value;
  return (
    <div class="health-check">
      {working.value ? (
        <Progress
          label={t(`health_doing_${working.value.doing}`)}
          done={working.value.done}
          of={working.value.of}
          stop={t('health_stop')}
          onStop={() => stop.current.abort()}
        />
      ) : (
        <div class="health-actions">
          {state && !state.finished && (
            <button class="button primary" type="button" onClick={() => void check(state.depth, state)}>
              {t('health_go_on')}
            </button>
          )}
          <button class="button" type="button" onClick={() => void check('sampled', null)}>
            {t('health_check')}
          </button>
          <button class="button" type="button" onClick={() => void check('full', null)}>
            {t('health_check_full')}
          </button>
          <button class="button" type="button" onClick={() => void rebuild()}>
            {t('health_rebuild')}
          </button>
        </div>
      )}
      <p role="status">{said.value}</p>
      {!working.value && state && state.findings.length > 0 && (
        <>
          <HealthFindings findings={state.findings} />
          {state.findings.some(isRepairable) && (
            <button class="button primary" type="button" onClick={() => void repair()}>
              {t('health_repair')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
