import type { Verdict } from '../messages';

/** A page's window; the Navigation API is not in every browser. */
export type PageWindow = Window & { navigation?: EventTarget };

export type WatchOptions = {
  judge: () => Verdict;
  /** Called for articles, and once when a navigation inside the page has led from an article to something else. */
  found: (verdict: Verdict) => void;
  /** False once the extension is gone (updated, removed): then nothing more happens. */
  alive: () => boolean;
};

/** Milliseconds that a busy page may put off a look. */
const IDLE_TIMEOUT = 2000;
type Wait = { every: number; times: number };
/** After a navigation inside the page: until the new content stands still, and no longer than this. */
const SETTLE: Wait = { every: 300, times: 10 };
/** After a page was found to be no article: for content that comes late. */
const LATE: Wait = { every: 1500, times: 4 };

type Shape = { title: string | null | undefined; elements: number };
const differs = (a: Shape, b: Shape) => a.title !== b.title || Math.abs(a.elements - b.elements) > 20 + b.elements / 5;

/**
 * Judges the page once it is shown and idle, again after a navigation inside it, after its return from the
 * back/forward cache, and once when its content comes late. Reports articles and the end of one: a navigation
 * inside the page does not put the badge out. Leaves no trace that the page could see: listeners, timers and reads only.
 */
export function watchPage(window: PageWindow, { judge, found, alive }: WatchOptions): void {
  const { document } = window;
  let round = 0;
  let judged = '';
  let last: Verdict | null = null;
  let seen: Shape = { title: '', elements: 0 };

  const address = () => window.location.href.replace(/#.*/, '');
  const shape = (): Shape => {
    try {
      return {
        title: document.querySelector('title')?.textContent,
        elements: document.getElementsByTagName('*').length,
      };
    } catch {
      // A page may name a form `querySelector`. It stays as it is, to us.
      return seen;
    }
  };

  /** `step`, unless another round has begun meanwhile or the extension is gone. */
  const guarded =
    (step: () => void, own = round) =>
    () => {
      if (own === round && alive()) step();
    };

  const look = (first: boolean) =>
    window.requestIdleCallback(
      guarded(() => {
        judged = address();
        seen = shape();
        const wasArticle = last?.article;
        last = judge();
        if (last.article || wasArticle) found(last);
        if (!last.article && first) wait(LATE);
      }),
      { timeout: IDLE_TIMEOUT },
    );

  /** Looks as soon as the page differs from what was judged and stands still; a settling page also when time is up. */
  const wait = (kind: Wait, left = kind.times, before = shape()): void => {
    const check = () => {
      const now = shape();
      const settling = kind === SETTLE;
      const ready = differs(now, seen) ? now.elements === before.elements || !left : settling && !left;
      if (ready) look(settling);
      else if (left) wait(kind, left - 1, now);
    };
    window.setTimeout(guarded(check), kind.every);
  };

  /** A hidden or prerendered page waits until it is shown; most never are. */
  const begin = (first: () => void): void => {
    round++;
    if (document.visibilityState !== 'hidden') first();
    else window.addEventListener('visibilitychange', guarded(first), { once: true });
  };

  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || !alive()) return;
    if (last?.article && judged === address()) found(last);
    else begin(() => look(true));
  });
  // Comes when the address has changed, often before the content has.
  window.navigation?.addEventListener('navigatesuccess', () => {
    if (alive() && judged !== address()) begin(() => wait(SETTLE));
  });
  begin(() => look(true));
}
