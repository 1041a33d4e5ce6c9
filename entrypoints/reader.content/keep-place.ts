import { readPosition } from '../../components/article-view/reading-position';
import type { ReadingPosition } from '../../lib/article';

/** Measured and told this often while the reader moves: measuring costs layout, telling wakes the worker. */
const TELL_MS = 2000;

export type Place = {
  /** To be called on each scroll. */
  moved: () => void;
  /** Measures and tells at once what is not yet told: before the view goes. */
  settle: () => void;
  /** Where the reader was last seen; `null` before the first move. */
  last: () => ReadingPosition | null;
};

/** Follows the reader through an article and tells where he is, now and then. */
export function keepPlace(scroller: Element, body: Element, tell: (position: ReadingPosition) => void): Place {
  let last: ReadingPosition | null = null;
  let telling: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    if (telling === undefined) return;
    clearTimeout(telling);
    telling = undefined;
    // Out of the page there is nothing to measure: the browser may have closed the view without us.
    if (!body.isConnected) return;
    last = readPosition(scroller, body);
    tell(last);
  };
  return {
    moved() {
      telling ??= setTimeout(settle, TELL_MS);
    },
    settle,
    last: () => last,
  };
}
