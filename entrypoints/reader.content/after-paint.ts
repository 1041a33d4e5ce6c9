/** Runs once the browser has shown what was drawn. */
export function afterPaint(window: Window, run: () => void): void {
  window.requestAnimationFrame(() => window.setTimeout(run));
}
