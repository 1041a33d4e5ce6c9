import type { ComponentChildren } from 'preact';
import { uiLocale } from '../i18n';
import { hideTip, tipEvents, toggleTip } from './chip-tip';

type Props = {
  name: string;
  /** Unlike any other in the page. */
  id: string;
  /** Shown as long as the chip is pointed at or has the focus. */
  tip: ComponentChildren;
  /** Absent: a click shows and hides the tip. */
  onPick?: () => void;
  /** As `aria-keyshortcuts` has them. */
  keys?: string;
  /** More in the chip, after its name. */
  children?: ComponentChildren;
};

/** One name in a list of them, with a word about it. */
export function Chip({ name, id, tip, onPick, keys, children }: Props) {
  const clicked = (event: MouseEvent & { currentTarget: Element }) => {
    const chip = event.currentTarget.parentElement;
    if (!chip) return;
    if (!onPick) return toggleTip(chip);
    hideTip(chip);
    onPick();
  };
  return (
    <li class="chip" {...tipEvents}>
      <button
        class="chip-name"
        type="button"
        dir="auto"
        aria-describedby={id}
        aria-keyshortcuts={keys}
        onClick={clicked}
      >
        {name}
      </button>
      {children}
      <span id={id} class="chip-tip" lang={uiLocale()} role="tooltip" popover="manual">
        <bdi class="chip-tip-name" aria-hidden="true">
          {name}
        </bdi>
        {tip}
      </span>
    </li>
  );
}
