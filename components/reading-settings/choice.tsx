type Props<V extends string> = {
  label: string;
  options: readonly { value: V; label: string; theme?: string }[];
  value: V;
  onPick: (value: V) => void;
};

/** One of a few, side by side, as the browser's own radio buttons. `theme` shows an option in the colours it stands for. */
export function Choice<V extends string>({ label, options, value, onPick }: Props<V>) {
  return (
    <fieldset class="reading-choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} data-theme={option.theme}>
          <input
            type="radio"
            name={label}
            value={option.value}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
