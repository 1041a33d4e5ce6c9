/** The word that shows beside a chip while it is pointed at or has the focus: a popover, so that nothing clips it. */

const GAP = 6;
const EDGE = 8;

/** There is one at a time. */
let open: { chip: Element; tip: HTMLElement; listening: AbortController } | null = null;

/** Below the chip, or above it at the end of the view; never past its sides. */
function place(tip: HTMLElement, chip: Element, view: Window): void {
  const { left, right, top, bottom } = chip.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const start = view.getComputedStyle(chip).direction === 'rtl' ? right - width : left;
  const x = Math.max(EDGE, Math.min(start, view.innerWidth - width - EDGE));
  const below = bottom + GAP;
  const y = below + height + EDGE <= view.innerHeight ? below : top - GAP - height;
  Object.assign(tip.style, { left: `${x}px`, top: `${y}px` });
}

function hide(): void {
  open?.listening.abort();
  open?.tip.hidePopover();
  open = null;
}

export function hideTip(chip: Element): void {
  if (open?.chip === chip) hide();
}

/** Shows it, or takes it along to where its chip is now. */
export function showTip(chip: Element): void {
  const tip = chip.querySelector<HTMLElement>(':scope > [popover]');
  const view = chip.ownerDocument.defaultView;
  if (!tip || !view) return;
  if (open?.chip === chip) return place(tip, chip, view);
  hide();
  const listening = new AbortController();
  open = { chip, tip, listening };
  const name = chip.querySelector('.chip-name');
  tip.toggleAttribute('data-cut', name !== null && name.scrollWidth > name.clientWidth);
  tip.showPopover();
  place(tip, chip, view);
  listen(chip, () => place(tip, chip, view), listening.signal);
}

function listen(chip: Element, moved: () => void, signal: AbortSignal): void {
  // The focus itself may bring the chip into view.
  chip.getRootNode().addEventListener('scroll', moved, { capture: true, passive: true, signal });
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !chip.isConnected) return;
    event.preventDefault();
    event.stopPropagation();
    hide();
  };
  // In the reader keys come as far as the window only: there Esc closes the view.
  chip.ownerDocument.addEventListener('keydown', pressed, { capture: true, signal });
}

type OnChip<E> = E & { currentTarget: Element };

/** For the element that holds a chip and its tip. With a finger nothing is pointed at: it enters and leaves with each tap. */
export const tipEvents = {
  onPointerEnter: (event: OnChip<PointerEvent>) => event.pointerType !== 'touch' && showTip(event.currentTarget),
  onPointerLeave: (event: OnChip<PointerEvent>) => event.pointerType !== 'touch' && hideTip(event.currentTarget),
  onFocusIn: ({ target, currentTarget: chip }: OnChip<FocusEvent>) => {
    if (!(target as Element).matches(':focus-visible')) return;
    // A browser leaves what it can see half of as it is.
    chip.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    showTip(chip);
  },
  onFocusOut: ({ currentTarget: chip, relatedTarget }: OnChip<FocusEvent>) =>
    chip.contains(relatedTarget as Node | null) || hideTip(chip),
};

/** For a chip that does nothing else when it is clicked: the way to its tip for a finger, and the way to be rid of it. */
export function toggleTip(chip: Element): void {
  if (open?.chip === chip) hide();
  else showTip(chip);
}
