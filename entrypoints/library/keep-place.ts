import { goToPosition, readPosition } from '../../components/article-view/reading-position';
import type { ReadingPosition } from '../../lib/article';

/** How long the page rests before its place is written down: while it moves, each place is soon wrong. */
const REST_MS = 400;

type Place = { scroller: Element; body: Element; start: ReadingPosition | undefined };

/**
 * Brings the reader back to where they were, and writes down where they are. Until the first scroll the place is
 * sought again with each picture that arrives, since it pushes the text down.
 */
export function keepPlace(
  { scroller, body, start }: Place,
  store: (position: ReadingPosition) => void,
  { signal }: { signal: AbortSignal },
): void {
  const page = body.ownerDocument;
  let placed = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const goToStart = () => {
    if (start) goToPosition(scroller, body, start);
    else scroller.scrollTo({ top: 0, behavior: 'instant' });
    placed = scroller.scrollTop;
  };
  goToStart();
  const growth = new ResizeObserver(goToStart);
  growth.observe(body);

  const write = () => {
    clearTimeout(rest);
    rest = undefined;
    store(readPosition(scroller, body));
  };
  const scrolled = () => {
    // Our own scrolling is heard, too.
    if (Math.abs(scroller.scrollTop - placed) < 1) return;
    placed = Number.NaN;
    growth.disconnect();
    clearTimeout(rest);
    rest = setTimeout(write, REST_MS);
  };
  const writeNow = () => {
    if (rest !== undefined) write();
  };
  page.addEventListener('scroll', scrolled, { signal, passive: true });
  // A page that is closed fires no timers.
  page.addEventListener('visibilitychange', writeNow, { signal });
  signal.addEventListener('abort', () => {
    growth.disconnect();
    writeNow();
  });
}
