import type { Signal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { KnownValue } from '../../lib/library/known-values';
import type { LabelKind } from '../../lib/library/label-fields';
import { Chip } from '../chip/chip';
import type { ChipAction } from '../chip/chip-actions';
import { showTip } from '../chip/chip-tip';
import { t } from '../i18n';
import { LabelField } from './label-field';
import { labelText } from './label-text';

export type Label = { kind: LabelKind; name: string };

export type LabelActions = {
  /** What goes on from what is typed, of those in use. */
  valuesOf: (kind: LabelKind, beginning: string) => Promise<readonly KnownValue[]>;
  /** Resolves to whether it was stored; rejects when this cannot be one. */
  onAdd: (kind: LabelKind, name: string) => Promise<boolean>;
  onRemove: (kind: LabelKind, name: string) => void;
  onRename: (kind: LabelKind, name: string) => void;
  onPick: (kind: LabelKind, name: string) => void;
  /** The one that takes the focus as soon as it is there; then null again. */
  standOn?: Signal<Label | null>;
};

export type LabelEditorProps = LabelActions & {
  kind: LabelKind;
  names: readonly string[];
  /** Where one comes from, if there is something to say. */
  originOf?: (name: string) => string;
};

/** An article's tags or keywords as chips, each with its way out, and a field for one more. */
export function LabelEditor({ originOf, onRemove, onRename, onPick, standOn, ...field }: LabelEditorProps) {
  const { kind, names } = field;
  const id = useId();
  const row = useRef<HTMLUListElement>(null);
  const wanted = standOn?.value ?? null;

  useLayoutEffect(() => {
    if (!standOn || wanted?.kind !== kind || !names.includes(wanted.name)) return;
    standOn.value = null;
    row.current?.children[names.indexOf(wanted.name)]?.querySelector<HTMLElement>('.chip-name')?.focus();
  }, [names, wanted]);
  useLayoutEffect(() => {
    const current = row.current?.querySelector('.chip:has(> .chip-name:focus-visible)');
    if (current) showTip(current);
  }, [names]);
  const remove = (chip: Element | null, name: string) => {
    const next = chip?.nextElementSibling ?? chip?.previousElementSibling;
    const editor = row.current?.parentElement;
    (next?.querySelector<HTMLElement>('.chip-name') ?? editor?.querySelector('input'))?.focus();
    onRemove(kind, name);
  };
  const pressed = (event: KeyboardEvent) => {
    const chip = (event.target as Element).closest('.chip-name')?.parentElement;
    const name = chip && names[Array.from(row.current?.children ?? []).indexOf(chip)];
    if (!name) return;
    if (event.key === 'Delete' || event.key === 'Backspace') remove(chip, name);
    else if (event.key === 'F2') onRename(kind, name);
    else return;
    event.preventDefault();
  };
  const actionsOn = (name: string): ChipAction[] => [
    { text: t('label_pick'), key: '↵', run: () => onPick(kind, name) },
    { text: t('label_rename'), key: 'F2', run: () => onRename(kind, name) },
    { text: t('label_remove_do'), key: 'Delete', run: (chip) => remove(chip, name) },
  ];

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
              tip={originOf?.(name)}
              actions={actionsOn(name)}
              keys="Delete F2"
              onPick={() => onPick(kind, name)}
            >
              {/* A key does it on the chip itself: no stop of its own. */}
              <button
                type="button"
                class="label-remove"
                tabIndex={-1}
                aria-label={labelText(kind, 'remove', name)}
                onClick={({ currentTarget }) => remove(currentTarget.parentElement, name)}
              >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="m5 5 6 6m0-6-6 6" />
                </svg>
              </button>
            </Chip>
          ))}
        </ul>
        <LabelField {...field} />
      </div>
    </div>
  );
}
