import { uiLocale } from '../i18n';

type Props<V extends number> = {
  label: string;
  steps: readonly V[];
  value: V;
  /** Names of the two buttons. */
  less: string;
  more: string;
  onStep: (value: V) => void;
};

/** A number that moves along fixed steps. A button at its end stays focusable, so that the focus is not lost there. */
export function Stepper<V extends number>({ label, steps, value, less, more, onStep }: Props<V>) {
  const at = steps.indexOf(value);
  const button = (name: string, sign: string, next: V | undefined) => (
    <button
      type="button"
      class="reading-step"
      aria-label={name}
      title={name}
      aria-disabled={next === undefined}
      onClick={() => next !== undefined && onStep(next)}
    >
      {sign}
    </button>
  );
  return (
    <div class="reading-stepper" role="group" aria-label={label}>
      <span class="reading-stepper-label">{label}</span>
      {button(less, '−', steps[at - 1])}
      <output>{new Intl.NumberFormat(uiLocale()).format(value)}</output>
      {button(more, '+', steps[at + 1])}
    </div>
  );
}
