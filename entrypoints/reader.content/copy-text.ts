/**
 * Copies text by the `copy` event: unlike the clipboard API it works on http pages, and no permissions policy of the page
 * forbids or reports it. Must be created before the shield, which ends copy events at the window.
 */
export function createCopier(window: Window, { signal }: { signal: AbortSignal }): (text: string) => boolean {
  let waiting: string | null = null;
  window.addEventListener(
    'copy',
    (event) => {
      if (waiting === null || !event.clipboardData) return;
      event.clipboardData.setData('text/plain', waiting);
      event.preventDefault();
      waiting = null;
    },
    { capture: true, signal },
  );
  return (text) => {
    waiting = text;
    const said = window.document.execCommand('copy');
    const copied = said && waiting === null;
    waiting = null;
    return copied;
  };
}
