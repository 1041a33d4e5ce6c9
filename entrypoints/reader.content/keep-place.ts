import { readPosition } from '../../components/article-view/reading-position';
import type { ReadingPosition } from '../../lib/article';

/** Measured when a move has come to rest; told less often, since telling wakes the worker. */
const REST_MS = 250;
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
  let resting: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;

  const measure = () => {
    clearTimeout(resting);
    resting = undefined;
    if (body.isConnected) last = readPosition(scroller, body);
  };
  const report = () => {
    clearTimeout(telling);
    telling = undefined;
    if (last) tell(last);
  };
  return {
    moved() {
      clearTimeout(resting);
      resting = setTimeout(measure, REST_MS);
      telling ??= setTimeout(() => {
        measure();
        report();
      }, TELL_MS);
    },
    settle() {
      if (resting !== undefined) measure();
      if (telling !== undefined) report();
    },
    last: () => last,
  };
}
