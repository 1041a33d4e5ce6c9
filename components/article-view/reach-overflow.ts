/** Boxes that scroll sideways become reachable by keyboard, but only while there is something to scroll to. */
export function reachOverflow(body: HTMLElement, { signal }: { signal: AbortSignal }): void {
  const boxes = Array.from(body.querySelectorAll<HTMLElement>('.article-table, pre'));
  if (boxes.length === 0) return;
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const box of boxes) observer.observe(box);
  signal.addEventListener('abort', () => observer.disconnect());
}
