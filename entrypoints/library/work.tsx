import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatCount, t } from '../../components/i18n';

/** What something long is told, and tells. */
export type WorkPart = { onProgress: (done: number, of: number) => void; signal: AbortSignal };

export type Work = {
  progress: ReadonlySignal<{ done: number; of: number } | null>;
  /** `of`: how many parts it has, as far as is known before. */
  run: <T>(of: number, work: (part: WorkPart) => Promise<T>) => Promise<T>;
  stop: () => void;
};

/** One long piece of work at a time. */
export function useWork(): Work {
  const progress = useSignal<{ done: number; of: number } | null>(null);
  const stopping = useRef<AbortController | null>(null);
  return {
    progress,
    async run(of, work) {
      stopping.current = new AbortController();
      progress.value = { done: 0, of };
      const onProgress = (done: number, of: number) => (progress.value = { done, of });
      try {
        return await work({ onProgress, signal: stopping.current.signal });
      } finally {
        progress.value = null;
      }
    },
    stop: () => stopping.current?.abort(),
  };
}

/** How far it is, and the way to stop it. Nothing while there is no work. */
export function WorkProgress({ work: { progress, stop } }: { work: Work }) {
  if (!progress.value) return null;
  const { done, of } = progress.value;
  return (
    <>
      <progress value={done} max={of} aria-label={t('library_bulk_running')} />
      <span role="status">{t('library_bulk_progress', formatCount(done), formatCount(of))}</span>
      <button class="button" type="button" onClick={stop}>
        {t('library_bulk_stop')}
      </button>
    </>
  );
}
