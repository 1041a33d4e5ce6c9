import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { formatCount, t } from '../i18n';
import { type CompletionOptions, useCompletion } from './use-completion';

/** Below a search box: how what is being typed may go on. The focus stays in the box. */
export function SearchCompletion(options: CompletionOptions) {
  const { shown, take } = useCompletion(options);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const { all, active } = shown.value ?? { all: [], active: -1 };
  const open = all.length > 0;
  const idOf = (place: number) => `${id}-${place}`;

  useLayoutEffect(() => {
    const box = options.inputRef.current;
    box?.setAttribute('aria-expanded', String(open));
    if (open) box?.setAttribute('aria-controls', id);
    else box?.removeAttribute('aria-controls');
    if (active >= 0) box?.setAttribute('aria-activedescendant', idOf(active));
    else box?.removeAttribute('aria-activedescendant');
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  if (!open) return null;
  return (
    // A press here must not take the focus from the box.
    <div
      class="search-completion"
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <ul ref={list} id={id} role="listbox" aria-label={t('search_completion')}>
        {all.map((one, place) => (
          <li
            key={one.written}
            id={idOf(place)}
            role="option"
            aria-selected={place === active}
            onClick={() => take(one)}
          >
            <span class="search-completion-text" dir="auto">
              {one.text}
            </span>
            {one.note && <span class="search-completion-note">{one.note}</span>}
            {one.count !== null && (
              <span class="search-completion-count">{formatCount(one.count) + (one.more ? '+' : '')}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
