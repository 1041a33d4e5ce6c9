import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn at first: what the popup shows with some to spare, so that they need not be drawn twice. */
const FIRST = 20;
/** Rows drawn beyond what is seen, on each side. */
const OVER = 15;
/** A row of the popup is about as high; what has been drawn tells better. */
const ROW_PX = 96;
/** Browsers end higher elements, Firefox at 17.8 million. Where there are more rows, what is not drawn stands closer together. */
const LIST_PX = 12_000_000;

/** `top`: how much room is left for the rows before `start`. */
type Slice = { start: number; end: number; top: number };

type Options = {
  list: RefObject<HTMLUListElement | null>;
  /** How many places the list has. */
  extent: number;
  /** The place where a row stands now, by its id; -1 when it is not at hand. */
  placeOf: (id: string) => number;
  /** Places in view, half-open. */
  onShow: (from: number, to: number) => void;
};

type Seen = { row: HTMLElement; id: string | undefined; place: number; y: number };

/**
 * Which rows of a long list are drawn: those in view and some around them, in the flow of the page, with room for all
 * others above and below. Rows have any height: whatever comes or goes above, a row in view stays where it is, since the
 * room above gives way, not the scroll position, which would stop a scroll under way.
 */
export function useRowWindow({ list, extent, placeOf, onShow }: Options) {
  const slice = useRef<Slice>({ start: 0, end: Math.min(extent, FIRST), top: 0 });
  const [, redraw] = useState(0);
  const wanted = useRef<{ place: number; done: (row: HTMLElement) => void } | null>(null);
  const unit = useRef(ROW_PX);
  const rowPx = Math.min(unit.current, LIST_PX / Math.max(1, extent));

  // What is in view now, before anything is changed.
  const seen = list.current ? seenIn(list.current) : null;
  keepPlace(slice.current, seen, placeOf);
  fit(slice.current, extent);

  const draw = (next: Slice): void => {
    slice.current = fit(next, extent);
    redraw((n) => n + 1);
  };

  /** Draws what has come into view. */
  const follow = (): void => {
    const ul = list.current;
    const now = ul && seenIn(ul);
    if (!now) return;
    const { start, end } = slice.current;
    const { first, last } = now.rows ?? placesAt(now, slice.current, extent, rowPx);
    onShow(first, last + 1);
    const from = Math.max(0, first - OVER);
    const to = Math.min(extent, last + 1 + OVER);
    const enough = now.rows && start <= Math.max(0, first - OVER / 2) && end >= Math.min(extent, last + 1 + OVER / 2);
    if (enough) return;
    const jumped = now.view.top - now.list.top - (first - from) * rowPx;
    draw({ start: from, end: to, top: now.rows ? slice.current.top : from === 0 ? 0 : Math.max(0, jumped) });
  };

  useLayoutEffect(() => {
    const ul = list.current;
    if (!ul) return;
    const at = slice.current;
    const room = () => {
      ul.style.paddingBlock = `${at.top}px ${(extent - at.end) * rowPx}px`;
    };
    room();
    const kept = seen?.seen.find(({ row }) => row.isConnected) ?? null;
    if (kept && !seen?.atTop) {
      at.top -= kept.row.getBoundingClientRect().top - kept.y;
      const least = at.start === 0 ? 0 : Math.max(0, at.top);
      const scroll = least - at.top;
      at.top = least;
      room();
      if (Math.abs(scroll) > 0.5) scrollerOf(ul).scrollBy({ top: scroll, behavior: 'instant' });
    } else if (at.start === 0 && at.top !== 0) {
      at.top = 0;
      room();
    }
    const { current: wish } = wanted;
    const row = wish && rowAt(ul, wish.place);
    if (wish && row?.dataset.id) {
      wanted.current = null;
      wish.done(row);
    }
    // Heights are asked for where the browser is about to lay the page out anyway: before, it would do that twice.
    const frame = requestAnimationFrame(() => {
      const height = ul.getBoundingClientRect().height - at.top - (extent - at.end) * rowPx;
      if (height > 0 && at.end - at.start > 10) unit.current = height / (at.end - at.start);
      if (begun.current) latest.current();
    });
    return () => cancelAnimationFrame(frame);
  });

  const begun = useRef(false);
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    const ul = list.current;
    if (!ul) return;
    const scroller = scrollerOf(ul);
    const target = scroller === ul.ownerDocument.scrollingElement ? ul.ownerDocument : scroller;
    const scrolled = () => latest.current();
    target.addEventListener('scroll', scrolled, { passive: true });
    begun.current = true;
    follow();
    // Its width tells of anything that changes the rows; its height changes with every row.
    let width = 0;
    const resized = globalThis.ResizeObserver
      ? new ResizeObserver(([entry]) => {
          if (width !== entry?.contentRect.width) scrolled();
          width = entry?.contentRect.width ?? 0;
        })
      : null;
    resized?.observe(ul);
    globalThis.addEventListener('resize', scrolled);
    return () => {
      target.removeEventListener('scroll', scrolled);
      resized?.disconnect();
      globalThis.removeEventListener('resize', scrolled);
    };
  }, []);

  /** Draws a place, and calls `done` with its row as soon as it is there. */
  const goTo = (place: number, done: (row: HTMLElement) => void): void => {
    const ul = list.current;
    const row = ul && rowAt(ul, place);
    wanted.current = null;
    if (row?.dataset.id) return done(row);
    wanted.current = { place, done };
    if (!ul || row) return;
    const { top } = ul.getBoundingClientRect();
    const from = Math.max(0, place - OVER);
    const view = viewOf(scrollerOf(ul));
    draw({ start: from, end: Math.min(extent, place + 1 + OVER), top: from * rowPx });
    onShow(place, place + 1);
    scrollerOf(ul).scrollBy({ top: top + place * rowPx - view.top - view.height / 2, behavior: 'instant' });
  };

  return { ...slice.current, goTo };
}

/** The slice within the list, whatever became of that. */
function fit(slice: Slice, extent: number): Slice {
  slice.end = Math.min(extent, Math.max(slice.end, Math.min(slice.start, extent) + 1, Math.min(FIRST, extent)));
  slice.start = Math.max(0, Math.min(slice.start, slice.end - OVER));
  return slice;
}

/** Moves the slice with the first row in view that still is in the list. */
function keepPlace(slice: Slice, seen: ReturnType<typeof seenIn>, placeOf: (id: string) => number): void {
  if (!seen || seen.atTop) return;
  for (const { id, place } of seen.seen) {
    const now = id === undefined ? -1 : placeOf(id);
    if (now < 0) continue;
    slice.start += now - place;
    slice.end += now - place;
    return;
  }
}

/** Which places stand where no row is drawn. */
function placesAt(
  { view, list, drawn }: NonNullable<ReturnType<typeof seenIn>>,
  slice: Slice,
  extent: number,
  rowPx: number,
) {
  const above = view.top < drawn.top;
  const place = above
    ? Math.floor(((view.top - list.top) / Math.max(1, slice.top)) * slice.start)
    : slice.end + Math.floor((view.top - drawn.bottom) / rowPx);
  const count = Math.ceil(view.height / rowPx);
  const first = Math.max(0, Math.min(place, extent - count));
  return { first, last: Math.min(extent - 1, first + count) };
}

/** The rows in view, and where; null where nothing has a height. */
function seenIn(ul: HTMLElement) {
  const view = viewOf(scrollerOf(ul));
  const list = ul.getBoundingClientRect();
  if (view.height === 0 || list.height === 0) return null;
  const seen: Seen[] = [];
  let drawn = { top: Infinity, bottom: -Infinity };
  for (const row of ul.children as HTMLCollectionOf<HTMLElement>) {
    const { top, bottom } = row.getBoundingClientRect();
    drawn = { top: Math.min(drawn.top, top), bottom: Math.max(drawn.bottom, bottom) };
    if (bottom > view.top && top < view.top + view.height)
      seen.push({ row, id: row.dataset.id, place: Number(row.dataset.place), y: top });
  }
  const [first] = seen;
  const last = seen.at(-1);
  const atTop = first?.place === 0 && first.y >= view.top;
  return { view, list, drawn, seen, atTop, rows: first && last ? { first: first.place, last: last.place } : null };
}

function rowAt(ul: HTMLElement, place: number): HTMLElement | null {
  return ul.querySelector(`:scope > [data-place="${place}"]`);
}

/** What scrolls the list: an element around it, else the page. */
export function scrollerOf(ul: HTMLElement): Element {
  for (let around = ul.parentElement; around && around !== ul.ownerDocument.body; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return ul.ownerDocument.scrollingElement ?? ul.ownerDocument.documentElement;
}

function viewOf(scroller: Element): { top: number; height: number } {
  const top = scroller === scroller.ownerDocument.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  return { top, height: scroller.clientHeight };
}
