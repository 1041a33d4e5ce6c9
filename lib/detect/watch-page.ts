import type { Verdict } from '../messages';

export type PageWindow = Window & Pick<typeof globalThis, 'IntersectionObserver'>;

export type WatchOptions = {
  judge: () => Verdict;
  /** Called for articles, and once when a navigation inside the page has led from an article to something else. */
  found: (verdict: Verdict) => void;
  /** False once the extension is gone (updated, removed): then nothing more happens. */
  alive: () => boolean;
};

/** Milliseconds that a busy page may put off a step. */
const BUSY = 2000;
/** Milliseconds between two looks at the shape of a page that settles after a navigation inside it … */
const SETTLE = 300;
/** … and of one whose content may come late, since it was found to be no article, or to be still what it was before. */
const LATE = 1500;
/** Looks at the shape, at most. */
const TIMES = 10;

/** What is cheap to compare: the title and the number of elements. */
type Shape = [title: string, count: number];
const differs = ([title, count]: Shape, [oldTitle, oldCount]: Shape) =>
  title !== oldTitle || Math.abs(count - oldCount) > 20 + oldCount / 5;

/**
 * Judges the page once it is shown and idle, again after a navigation inside it, after its return from the
 * back/forward cache, and once when its content comes late. Reports articles and the end of one: a navigation
 * inside the page does not put the badge out, and a page that is empty for a moment between two articles is no end.
 *
 * Leaves no trace that the page could see: listeners, observers, reads, and tasks of the scheduler. No timers and no
 * idle or frame callbacks: their handles are counted in one row with the page's own, which would miss a number.
 */
export function watchPage(window: PageWindow, { judge, found, alive }: WatchOptions): void {
  const { document } = window;
  let round = 0;
  let place = '';
  let seen: Shape = ['', 0];
  let lit = false;

  /** Without what names a part of the same page; `#/` and `#!` name a page of a single-page site. */
  const address = () => window.location.href.replace(/#(?![/!]).*/, '');
  // A form named "title" stands for itself: it changes with nothing.
  const shape = (): Shape => [document.title, document.getElementsByTagName('*').length];

  /** The next step: when nothing else is to do, unless the page has moved on meanwhile or the extension is gone. */
  const later = (step: () => void, delay = 0, own = round): void => {
    const run = (): void => {
      try {
        if (own === round && place === address() && alive()) {
          round++;
          step();
        }
      } catch {
        // A page may name a form `getElementsByTagName`. It is left alone.
      }
    };
    // A page that never rests leaves no time for tasks of the background.
    void window.scheduler.postTask(run, { delay, priority: 'background' });
    void window.scheduler.postTask(run, { delay: delay + BUSY });
  };

  /** Once the page is shown and painted: a hidden or prerendered one waits, and most never are shown. */
  const look = (again?: Verdict): void => {
    const own = round;
    const shown = (): void => {
      const painted = new window.IntersectionObserver(() => {
        painted.disconnect();
        later(() => judgeNow(again), 0, own);
      });
      painted.observe(document.documentElement);
    };
    if (document.hidden) window.addEventListener('visibilitychange', shown, { once: true });
    else shown();
  };

  const judgeNow = (again?: Verdict): void => {
    const before = seen;
    seen = shape();
    const verdict = judge();
    if (verdict.article || again) tell(verdict);
    if (!again && !(verdict.article && differs(seen, before))) wait(LATE, verdict);
  };

  const tell = (verdict: Verdict): void => {
    if (verdict.article || lit) found(verdict);
    lit = verdict.article;
  };

  /**
   * Looks as soon as the page differs from what was judged and stands still; a settling page also when time is up.
   * Then, or when the page stands still as it is, an article that was told of is over.
   */
  const wait = (every: number, verdict?: Verdict, left = TIMES, before = shape()): void =>
    later(() => {
      const now = shape();
      const still = now[1] === before[1] || !left;
      if (differs(now, seen) ? still : !verdict && !left) return look(verdict);
      if (still && verdict && verdict.article !== lit) tell(verdict);
      if (left) wait(every, verdict, left - 1, now);
    }, every);

  const begin = (step: () => void): void => {
    round++;
    place = address();
    later(step);
  };

  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) begin(look);
  });
  // Comes when the address has changed, often before the content has. Absent before Firefox 147.
  window.navigation?.addEventListener('currententrychange', () => {
    if (place !== address()) begin(() => wait(SETTLE));
  });
  begin(look);
}
