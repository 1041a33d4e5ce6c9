import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { LABELS } from '../../lib/library/label-fields';
import type { LabelEditorProps } from './label-editor';
import { labelText } from './label-text';

type Props = Pick<LabelEditorProps, 'kind' | 'names' | 'valuesOf' | 'onAdd'>;

/** A field for one more, which offers those in use. What cannot be added stays in it, to be mended. */
export function LabelField({ kind, names, valuesOf, onAdd }: Props) {
  const list = useId();
  const known = useSignal<readonly string[]>([]);
  const refused = useSignal<'refused' | 'there' | null>(null);

  const offer = async ({ currentTarget: field }: Event & { currentTarget: HTMLInputElement }) => {
    refused.value = null;
    const beginning = field.value;
    // A library that does not open says so elsewhere.
    const values = await valuesOf(kind, beginning).catch(() => []);
    if (field.value === beginning) known.value = values.map(({ value }) => value).filter((one) => !names.includes(one));
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
      refused.value = 'refused';
    }
  };
  /** Esc lets go of what is typed before it lets go of the article. */
  const pressed = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key !== 'Escape' || event.isComposing || !event.currentTarget.value) return;
    event.preventDefault();
    event.currentTarget.value = '';
    refused.value = null;
  };

  return (
    <form class="label-field" onSubmit={(event) => void add(event)}>
      <input
        list={list}
        maxLength={100}
        placeholder={`+ ${labelText(kind, 'add')}`}
        aria-label={labelText(kind, 'add')}
        aria-invalid={refused.value !== null}
        autocomplete="off"
        onFocus={(event) => void offer(event)}
        onInput={(event) => void offer(event)}
        onKeyDown={pressed}
      />
      <datalist id={list}>
        {known.value.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      {refused.value && (
        <p class="label-refused" role="alert">
          {labelText(kind, refused.value)}
        </p>
      )}
    </form>
  );
}
