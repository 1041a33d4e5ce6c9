/** Boxes that scroll sideways become reachable by keyboard. Browsers do it unasked; checkers of accessibility do not know. */
export function reachOverflow(body: ParentNode, { signal }: { signal: AbortSignal }): void {
  const boxes = Array.from(body.querySelectorAll('table, pre'));
  if (boxes.length === 0) return;
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    }
  });
  for (const box of boxes) observer.observe(box);
  signal.addEventListener('abort', () => observer.disconnect());
}
