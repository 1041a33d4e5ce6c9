import { hideTip } from './chip-tip';

/** `key` does the same on the chip itself, in whose element `run` finds its place. */
export type ChipAction = { text: string; key: string; run: (chip: Element) => void };

/** What can be done with a chip, in its tip: for a mouse, and all there is for a finger. */
export function ChipActions({ actions }: { actions: readonly ChipAction[] }) {
  const clicked = (button: Element, { run }: ChipAction) => {
    const chip = button.closest('.chip');
    if (!chip) return;
    // The button goes with the tip; a dialog hands the focus back to what had it.
    chip.querySelector<HTMLElement>('.chip-name')?.focus();
    hideTip(chip);
    run(chip);
  };
  return (
    // A press must not take the focus: the tip would go before the click.
    <span class="chip-actions" onMouseDown={(event) => event.preventDefault()}>
      {actions.map((action) => (
        <button
          key={action.key}
          type="button"
          tabIndex={-1}
          onClick={({ currentTarget }) => clicked(currentTarget, action)}
        >
          {action.text} <kbd aria-hidden="true">{action.key}</kbd>
        </button>
      ))}
    </span>
  );
}
