type Props<V extends string> = {
  label: string;
  name: string;
  /** `theme` shows an option in the colours it stands for. */
  options: readonly { value: V; label: string; theme?: string }[];
  value: V;
  onPick: (value: V) => void;
};

/** One of a few, side by side: real radio buttons, so arrow keys and screen readers know them. */
export function Choice<V extends string>({ label, name, options, value, onPick }: Props<V>) {
  return (
    <fieldset class="reading-choice">
      <legend>{label}</legend>
      <div class="reading-choice-row">
        {options.map((option) => (
          <label
            key={option.value}
            class="reading-option"
            data-value={`${name}-${option.value}`}
            data-theme={option.theme}
          >
            <input
              type="radio"
              class="visually-hidden"
              name={`reading-${name}`}
              value={option.value}
              checked={option.value === value}
              onChange={() => onPick(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
