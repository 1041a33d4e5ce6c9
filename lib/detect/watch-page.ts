import type { Verdict } from '../messages';

/** The little of a page's window that the watch needs, so that a test can stand in for it. */
export type PageWindow = Window & { navigation?: EventTarget };

export type WatchOptions = {
  judge: () => Verdict;
  /** Called for articles, and once when the page has become something else than the article it was. */
  found: (verdict: Verdict) => void;
  /** False once the extension is gone (updated, removed): then nothing more happens. */
  alive: () => boolean;
};

/** Milliseconds: how long a browser may put off the first look. */
const IDLE_TIMEOUT = 2000;
/** After a navigation inside the page: looks this often whether the new content stands still, at most that often. */
const SETTLE = { every: 300, times: 10, must: true };
/** After a page was found to be no article: waits so long for late content, and judges at most once more. */
const LATE = { every: 1500, times: 4, must: false };

type Wait = typeof SETTLE;
type Shape = { title: string; elements: number };

const withoutHash = (address: string) => address.split('#', 1)[0];

/**
 * Judges the page once it is shown and idle, again after a navigation inside it, after its return from the
 * back/forward cache, and once when its content comes late. It reports articles, and the end of one: a navigation
 * inside the page does not put the badge out. Leaves no trace that the page could see: no observer, no frame request,
 * only listeners, timers and reads.
 */
export function watchPage(window: PageWindow, { judge, found, alive }: WatchOptions): void {
  const { document } = window;
  let round = 0;
  let address = '';
  let last: Verdict | null = null;
  let seen: Shape = { title: '', elements: 0 };

  const shape = (): Shape => ({
    title: document.querySelector('title')?.textContent ?? '',
    elements: document.getElementsByTagName('*').length,
  });
  const differs = (a: Shape, b: Shape) =>
    a.title !== b.title || Math.abs(a.elements - b.elements) > 20 + b.elements / 5;

  /** Runs `step` unless another round has begun meanwhile or the extension is gone. */
  const guarded = (step: () => void) => {
    const own = round;
    return () => {
      if (own === round && alive()) step();
    };
  };
  const whenIdle = (step: () => void) => void window.requestIdleCallback(guarded(step), { timeout: IDLE_TIMEOUT });

  const look = (mayComeLate: boolean) => {
    address = withoutHash(window.location.href) ?? '';
    seen = shape();
    const wasArticle = last?.article;
    last = judge();
    if (last.article || wasArticle) found(last);
    if (!last.article && mayComeLate) waitFor(LATE, shape());
  };

  /** Waits until the page differs from what was judged and stands still between two looks. */
  const waitFor = (wait: Wait, before: Shape, looks = 1) => {
    window.setTimeout(
      guarded(() => {
        const now = shape();
        const still = !differs(now, before) && now.elements === before.elements;
        const over = looks >= wait.times;
        if (differs(now, seen) ? still || over : over && wait.must) whenIdle(() => look(wait.must));
        else if (!over) waitFor(wait, now, looks + 1);
      }),
      wait.every,
    );
  };

  /** A hidden or prerendered page waits: most are never looked at. */
  const begin = (first: () => void) => {
    round++;
    if (document.visibilityState !== 'hidden') return first();
    document.addEventListener('visibilitychange', guarded(first), { once: true });
  };

  const start = () => begin(() => whenIdle(() => look(true)));
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted || !alive()) return;
    if (last?.article && address === withoutHash(window.location.href)) found(last);
    else start();
  });
  // `navigatesuccess` comes after the address has changed and often before the content has.
  window.navigation?.addEventListener('navigatesuccess', () => {
    if (alive() && withoutHash(window.location.href) !== address) begin(() => waitFor(SETTLE, shape()));
  });
  start();
}
