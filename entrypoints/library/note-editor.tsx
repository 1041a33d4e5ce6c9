import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../components/i18n';

/** Written down when the typing rests, and when the page is left. */
const REST_MS = 600;

type Props = { note: string; onNote: (note: string) => Promise<void> };

/** The reader's own words about an article. Kept while they are typed; what could not be kept stays in the field. */
export function NoteEditor({ note, onNote }: Props) {
  const state = useSignal<'kept' | 'typing' | 'failed' | 'idle'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const kept = useRef(note);

  const keep = async () => {
    clearTimeout(pending.current);
    const text = field.current?.value ?? kept.current;
    if (text === kept.current) return;
    try {
      await onNote(text);
      kept.current = text;
      state.value = 'kept';
    } catch {
      state.value = 'failed';
    }
  };
  useEffect(() => {
    const leave = () => void keep();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <section class="note-editor">
      <label for="note">{t('library_note_label')}</label>
      <textarea
        id="note"
        ref={field}
        rows={note ? Math.min(12, note.split('\n').length + 1) : 2}
        maxLength={20_000}
        placeholder={t('library_note_placeholder')}
        defaultValue={note}
        onInput={() => {
          state.value = 'typing';
          clearTimeout(pending.current);
          pending.current = setTimeout(() => void keep(), REST_MS);
        }}
        onBlur={() => void keep()}
      />
      <p role="status">
        {state.value === 'kept' && t('library_note_kept')}
        {state.value === 'failed' && t('library_note_failed')}
      </p>
    </section>
  );
}
