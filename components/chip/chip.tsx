import type { ComponentChildren } from 'preact';
import { uiLocale } from '../i18n';
import { type ChipAction, ChipActions } from './chip-actions';
import { hideTip, tipEvents, toggleTip } from './chip-tip';

type Props = {
  name: string;
  /** Unlike any other in the page. */
  id: string;
  /** Shown as long as the chip is pointed at or has the focus. */
  tip?: ComponentChildren;
  /** What can be done with it, below the tip. */
  actions?: readonly ChipAction[];
  /** Absent: a click shows and hides the tip. With a finger it does in any case: there is no other way to the actions. */
  onPick?: () => void;
  /** As `aria-keyshortcuts` has them. */
  keys?: string;
  /** More in the chip, after its name. */
  children?: ComponentChildren;
};

/** One name in a list of them, with a word about it. */
export function Chip({ name, id, tip, actions, onPick, keys, children }: Props) {
  const clicked = (event: MouseEvent & { currentTarget: Element; pointerType?: string }) => {
    const chip = event.currentTarget.parentElement;
    if (!chip) return;
    if (!onPick || event.pointerType === 'touch') return toggleTip(chip);
    hideTip(chip);
    onPick();
  };
  return (
    <li class="chip" {...tipEvents}>
      <button
        class="chip-name"
        type="button"
        dir="auto"
        aria-describedby={tip ? id : undefined}
        aria-keyshortcuts={keys}
        onClick={clicked}
      >
        {name}
      </button>
      {children}
      <span class="chip-tip" lang={uiLocale()} popover="manual">
        <bdi class="chip-tip-name" aria-hidden="true">
          {name}
        </bdi>
        {tip && (
          <span id={id} role="tooltip">
            {tip}
          </span>
        )}
        {actions && <ChipActions actions={actions} />}
      </span>
    </li>
  );
}
