import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { KnownValue } from '../../lib/library/known-values';
import { LABELS, type LabelKind } from '../../lib/library/label-fields';
import { Chip } from '../chip/chip';
import { showTip } from '../chip/chip-tip';
import { t } from '../i18n';
import { labelText } from './label-text';

export type LabelActions = {
  /** What goes on from what is typed, of those in use. */
  valuesOf: (kind: LabelKind, beginning: string) => Promise<readonly KnownValue[]>;
  /** Resolves to whether it was stored; rejects when this cannot be one. */
  onAdd: (kind: LabelKind, name: string) => Promise<boolean>;
  onRemove: (kind: LabelKind, name: string) => void;
  onRename: (kind: LabelKind, name: string) => void;
  onPick: (kind: LabelKind, name: string) => void;
};

type Props = LabelActions & {
  kind: LabelKind;
  names: readonly string[];
  /** Where one comes from, if there is something to say. */
  originOf?: (name: string) => string;
};

/** An article's tags or keywords as chips, each with its way out, and a field for one more. */
export function LabelEditor({ kind, names, originOf, valuesOf, onAdd, onRemove, onRename, onPick }: Props) {
  const id = useId();
  const row = useRef<HTMLUListElement>(null);
  const known = useSignal<readonly string[]>([]);
  const refused = useSignal<'no' | 'there' | null>(null);

  const offer = async (beginning: string) => {
    refused.value = null;
    // A library that does not open says so elsewhere.
    const values = await valuesOf(kind, beginning).catch(() => []);
    known.value = values.map(({ value }) => value).filter((value) => !names.includes(value));
  };
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector('input');
    const name = field?.value.trim();
    if (!field || !name) return;
    const { keyOf } = LABELS[kind];
    if (names.some((one) => keyOf(one) === keyOf(name))) {
      refused.value = 'there';
      return;
    }
    try {
      // What was not stored stays, and so does what is typed meanwhile.
      if ((await onAdd(kind, name)) && field.value.trim() === name) field.value = '';
    } catch {
      refused.value = 'no';
    }
  };
  const remove = (chip: HTMLElement, name: string) => {
    const next = chip.nextElementSibling ?? chip.previousElementSibling;
    const editor = chip.closest('.label-editor');
    (next?.querySelector<HTMLElement>('.chip-name') ?? editor?.querySelector('input'))?.focus();
    onRemove(kind, name);
  };
  useLayoutEffect(() => {
    const current = row.current?.querySelector('.chip:has(> .chip-name:focus-visible)');
    if (current) showTip(current);
  }, [names]);
  const pressed = (event: KeyboardEvent) => {
    const target = event.target as Element;
    const chip = target.closest<HTMLElement>('.chip');
    if (!chip || !target.matches('.chip-name')) return;
    const name = names[Array.from(chip.parentElement?.children ?? []).indexOf(chip)] ?? '';
    if (event.key === 'Delete' || event.key === 'Backspace') remove(chip, name);
    else if (event.key === 'F2') onRename(kind, name);
    else return;
    event.preventDefault();
  };

  return (
    <div class="label-editor" data-kind={kind}>
      <span class="label-editor-kind" aria-hidden="true">
        {labelText(kind, 'all')}
      </span>
      <div class="label-editor-row">
        <ul ref={row} class="chips" aria-label={labelText(kind, 'all')} onKeyDown={pressed}>
          {names.map((name, place) => (
            <Chip
              key={name}
              name={name}
              id={`${id}-${place}`}
              tip={
                <>
                  {originOf?.(name)}
                  <small class="label-editor-keys">{t('label_keys')}</small>
                </>
              }
              keys="Delete F2"
              onPick={() => onPick(kind, name)}
            >
              <button
                type="button"
                class="label-remove"
                tabIndex={-1}
                aria-label={labelText(kind, 'remove', name)}
                onClick={({ currentTarget }) =>
                  currentTarget.parentElement && remove(currentTarget.parentElement, name)
                }
              >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="m5 5 6 6m0-6-6 6" />
                </svg>
              </button>
            </Chip>
          ))}
        </ul>
        <form onSubmit={(event) => void add(event)}>
          <input
            list={`${id}-known`}
            maxLength={100}
            placeholder={labelText(kind, 'add')}
            aria-label={labelText(kind, 'add')}
            aria-invalid={refused.value !== null}
            autocomplete="off"
            onFocus={({ currentTarget }) => void offer(currentTarget.value)}
            onInput={({ currentTarget }) => void offer(currentTarget.value)}
            onKeyDown={(event) => {
              // Esc lets go of what is typed before it lets go of the article.
              if (event.key !== 'Escape' || event.isComposing || !event.currentTarget.value) return;
              event.preventDefault();
              event.currentTarget.value = '';
              refused.value = null;
            }}
          />
          <datalist id={`${id}-known`}>
            {known.value.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </form>
      </div>
      {refused.value && (
        <p class="label-refused" role="alert">
          {labelText(kind, refused.value === 'there' ? 'there' : 'refused')}
        </p>
      )}
    </div>
  );
}
