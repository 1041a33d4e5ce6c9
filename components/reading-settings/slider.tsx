import { uiLocale } from '../i18n';

type Props<V extends number> = {
  label: string;
  steps: readonly V[];
  value: V;
  onPick: (value: V) => void;
};

/** A number that moves along fixed steps: the browser's own slider counts the steps, the text beside it tells the value. */
export function Slider<V extends number>({ label, steps, value, onPick }: Props<V>) {
  const shown = new Intl.NumberFormat(uiLocale()).format(value);
  return (
    <label class="reading-slider">
      {label}
      <input
        type="range"
        max={steps.length - 1}
        value={steps.indexOf(value)}
        aria-valuetext={shown}
        onInput={({ currentTarget }) => onPick(steps[currentTarget.valueAsNumber] ?? value)}
      />
      <span aria-hidden="true">{shown}</span>
    </label>
  );
}
