import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../i18n';
import type { SearchCompletion } from '../search-completion/search-completion';
import type { CompletionOptions } from '../search-completion/use-completion';
import type { SearchHelp } from './search-help';

type Props = Pick<CompletionOptions, 'valuesOf'> & {
  value: string;
  inputRef: RefObject<HTMLInputElement | null>;
  /** What a box needs only when it is used; null until it has been loaded. */
  parts: { Help: typeof SearchHelp; Completion: typeof SearchCompletion } | null;
  onSearch: (text: string) => void;
  /** ↓: on to the results. */
  onDown: () => void;
  /** Enter: open the best result. */
  onEnter: () => void;
};

/** Search as you type; an unfinished word of an input method (pinyin, kana) is not searched for. */
export function SearchBox({ value, inputRef, parts, valuesOf, onSearch, onDown, onEnter }: Props) {
  const help = useSignal(false);
  const helpId = useId();
  const helped = help.value && value === '';
  const search = (text: string) => {
    help.value = false;
    onSearch(text);
  };
  const pick = (example: string) => {
    search(example);
    inputRef.current?.focus();
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && (value || helped)) search('');
    // An empty box leaves Esc to the browser, which closes the popup.
    else return;
    event.preventDefault();
  };
  return (
    <search
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !helped) return;
        pick('');
        event.preventDefault();
      }}
    >
      <div class="search-box">
        <svg class="search-box-glass" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3.5 3.5" />
        </svg>
        <input
          ref={inputRef}
          class="search-box-input"
          type="search"
          role="combobox"
          list={undefined}
          aria-autocomplete="list"
          aria-expanded={false}
          value={value}
          placeholder={t('list_search_placeholder')}
          aria-label={t('list_search_label')}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => event.isComposing || search(event.currentTarget.value)}
          onCompositionEnd={(event) => search(event.currentTarget.value)}
          onKeyDown={pressed}
        />
        {value ? (
          <button
            class="search-box-end"
            type="button"
            aria-label={t('list_clear_search')}
            title={t('list_clear_search')}
            onClick={() => pick('')}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m4.5 4.5 7 7m0-7-7 7" />
            </svg>
          </button>
        ) : (
          <button
            class="search-box-end"
            type="button"
            aria-label={t('search_help')}
            title={t('search_help')}
            aria-expanded={helped}
            aria-controls={helpId}
            onClick={() => (help.value = !helped)}
          >
            <span aria-hidden="true">?</span>
          </button>
        )}
        {parts && <parts.Completion inputRef={inputRef} typed={value} valuesOf={valuesOf} onSearch={search} />}
      </div>
      {helped && parts && <parts.Help id={helpId} onPick={pick} />}
    </search>
  );
}
