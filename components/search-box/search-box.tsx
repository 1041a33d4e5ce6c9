import type { RefObject } from 'preact';
import { t } from '../i18n';

type Props = {
  value: string;
  inputRef: RefObject<HTMLInputElement | null>;
  onSearch: (text: string) => void;
  /** ↓: on to the results. */
  onDown: () => void;
  /** Enter: open the best result. */
  onEnter: () => void;
};

/** Search as you type; an unfinished word of an input method (pinyin, kana) is not searched for. */
export function SearchBox({ value, inputRef, onSearch, onDown, onEnter }: Props) {
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && value) onSearch('');
    // An empty box leaves Esc to the browser, which closes the popup.
    else return;
    event.preventDefault();
  };
  return (
    <search class="search-box">
      <svg class="search-box-glass" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.5 10.5 3.5 3.5" />
      </svg>
      <input
        ref={inputRef}
        class="search-box-input"
        type="search"
        value={value}
        placeholder={t('list_search_placeholder')}
        aria-label={t('list_search_label')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => event.isComposing || onSearch(event.currentTarget.value)}
        onCompositionEnd={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      {value && (
        <button
          class="search-box-clear"
          type="button"
          aria-label={t('list_clear_search')}
          title={t('list_clear_search')}
          onClick={() => {
            onSearch('');
            inputRef.current?.focus();
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4.5 4.5 7 7m0-7-7 7" />
          </svg>
        </button>
      )}
    </search>
  );
}
