import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../i18n';

type Props = {
  tags: readonly string[];
  /** Tags in use, to be offered while typing. */
  known: readonly string[];
  /** Rejects when this cannot be a tag. */
  onAdd: (tag: string) => Promise<void>;
  onRemove: (tag: string) => void;
  onPick?: (tag: string) => void;
};

/** An article's tags as chips, each with its way out, and a field for one more. */
export function TagEditor({ tags, known, onAdd, onRemove, onPick }: Props) {
  const list = useId();
  const refused = useSignal(false);

  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = form.querySelector('input');
    const tag = field?.value.trim();
    if (!field || !tag) return;
    try {
      await onAdd(tag);
      refused.value = false;
      field.value = '';
    } catch {
      // What was typed stays, to be mended.
      refused.value = true;
    }
  };

  return (
    <div class="tag-editor">
      <ul aria-label={t('library_tags')}>
        {tags.map((tag) => (
          <li key={tag} class="tag">
            {onPick ? (
              <button type="button" title={t('library_tag_filter', tag)} onClick={() => onPick(tag)}>
                {tag}
              </button>
            ) : (
              tag
            )}
            <button
              type="button"
              class="tag-remove"
              aria-label={t('library_tag_remove', tag)}
              onClick={() => onRemove(tag)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="m5 5 6 6m0-6-6 6" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={(event) => void add(event)}>
        <input
          list={list}
          maxLength={100}
          placeholder={t('library_tag_add')}
          aria-label={t('library_tag_add')}
          aria-invalid={refused.value}
          autocomplete="off"
          onInput={() => (refused.value = false)}
        />
        <datalist id={list}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
      {refused.value && (
        <p class="tag-refused" role="alert">
          {t('library_tag_refused')}
        </p>
      )}
    </div>
  );
}
