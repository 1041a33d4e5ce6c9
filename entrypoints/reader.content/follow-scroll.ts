/** From here on a move down hides the bar. In px. */
const HEAD = 96;

/** Tells the style sheet whether the reader goes on (`away`) or looks back, and calls back on every move. */
export function followScroll(scroller: HTMLElement, moved: () => void, { signal }: { signal: AbortSignal }): void {
  let before = scroller.scrollTop;
  const listener = () => {
    const now = scroller.scrollTop;
    if (now !== before) scroller.dataset.bar = now > before && now > HEAD ? 'away' : 'here';
    before = now;
    moved();
  };
  scroller.addEventListener('scroll', listener, { passive: true, signal });
}
