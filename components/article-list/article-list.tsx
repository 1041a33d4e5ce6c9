import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleRow as Row } from '../../lib/article';
import type { ListItem } from '../../lib/library/list-source';
import { t } from '../i18n';
import { ArticleRow, type RowActions } from './article-row';
import { placeAfter, rowOf } from './row-focus';
import { scrollerOf, useRowWindow } from './use-row-window';

/** A row of the list, and how far below the upper edge of the view it stands. */
export type ListPlace = { id: string; place: number; y: number };

type Props = RowActions & {
  /** Those at hand, from place `from` of the list on. */
  items: readonly ListItem[];
  from: number;
  /** How many places the list has, as far as is known by now. */
  extent: number;
  /** Whether that is all of it. */
  counted: boolean;
  listRef: RefObject<HTMLUListElement | null>;
  /** ↑ on the first row: back to the search box. */
  onLeave: () => void;
  /** Places in view, half-open: what is near them should be at hand. */
  onShow: (from: number, to: number) => void;
  /** Where the list was left. */
  start?: ListPlace | undefined;
};

/**
 * A plain list of links, which screen readers know best; of a long one only what is in view is drawn. One Tab stop;
 * ↑ ↓ Page Home End move between rows, Delete removes the row and moves on to its neighbour.
 */
export function ArticleList(props: Props) {
  const { items, from, extent, counted, listRef, onLeave, onShow, start, ...actions } = props;
  const placeOf = (id: string): number => {
    const index = items.findIndex(({ row }) => row.id === id);
    return index < 0 ? -1 : from + index;
  };
  const drawn = useRowWindow({ list: listRef, extent, placeOf, onShow });
  /** The row that has the focus, or had it when it went out of view: then the list itself holds it. */
  const current = useSignal<string | null>(null);
  const lastPlace = useRef(0);

  const places = Array.from({ length: drawn.end - drawn.start }, (_, i) => drawn.start + i);
  const itemAt = (place: number): ListItem | undefined => items[place - from];
  const isCurrent = (place: number): boolean => itemAt(place)?.row.id === current.value;
  const reachable = places.find(isCurrent) ?? places.find((place) => itemAt(place));

  const focus = (place: number) =>
    drawn.goTo(place, (row) => {
      const link = row.querySelector<HTMLElement>(':scope > a');
      link?.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    });

  const held = listRef.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const ul = listRef.current;
    if (!ul || !held) return;
    // Else the keys would go to the page.
    if (!ul.contains(document.activeElement)) ul.focus({ preventScroll: true });
    else if (document.activeElement === ul && current.value !== null)
      linkOf(ul, current.value)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    if (!start) return;
    const now = placeOf(start.id);
    drawn.goTo(now < 0 ? start.place : now, (row) => {
      row.querySelector<HTMLElement>(':scope > a')?.focus({ preventScroll: true });
      const top = row.getBoundingClientRect().top - start.y;
      scrollerOf(row).scrollBy({ top, behavior: 'instant' });
    });
  }, []);

  const remove = (row: Row) => {
    const place = placeOf(row.id);
    const neighbour = itemAt(place + 1) ?? itemAt(place - 1);
    actions.onRemove?.(row);
    const link = neighbour && listRef.current && linkOf(listRef.current, neighbour.row.id);
    if (link) link.focus();
    else onLeave();
  };

  const pressed = (event: KeyboardEvent) => {
    const link = rowOf(event.target);
    if ((!link && event.target !== listRef.current) || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = link ? Number(link.closest('li')?.dataset.place) : lastPlace.current;
    const item = link && itemAt(place);
    if ((event.key === 'Delete' || event.key === 'Backspace') && item && actions.onRemove) remove(item.row);
    else {
      const next = placeAfter(event.key, place, extent, pageOf(listRef.current));
      if (next === null) return;
      if (next === 'out') onLeave();
      else focus(next);
    }
    event.preventDefault();
  };

  return (
    <ul
      ref={listRef}
      class="article-list"
      tabIndex={-1}
      aria-label={t('list_label')}
      onKeyDown={pressed}
      onFocusIn={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('li[data-id]');
        if (!row) return;
        current.value = row.dataset.id ?? null;
        lastPlace.current = Number(row.dataset.place);
      }}
    >
      {places.map((place) => {
        const item = itemAt(place);
        if (!item) return <Waiting key={`waiting ${place}`} place={place} />;
        return (
          <ArticleRow
            key={item.row.id}
            item={item}
            place={place}
            size={counted ? extent : -1}
            reachable={place === reachable}
            {...actions}
            {...(actions.onRemove && { onRemove: remove })}
          />
        );
      })}
    </ul>
  );
}

/** Stands for a row that is being read. */
function Waiting({ place }: { place: number }) {
  return (
    <li class="article-row article-row-waiting" data-place={place} aria-hidden="true">
      <span />
      <span />
    </li>
  );
}

function linkOf(list: Element, id: string): HTMLElement | null {
  const row = Array.from(list.children as HTMLCollectionOf<HTMLElement>).find(({ dataset }) => dataset.id === id);
  return row?.querySelector<HTMLElement>(':scope > a') ?? null;
}

/** Rows that a page key leaps: as many as are in view, less one. */
function pageOf(list: HTMLElement | null): number {
  const view = list?.closest('.list-pane-body')?.clientHeight || 0;
  const row = list?.firstElementChild?.getBoundingClientRect().height || 0;
  return row > 0 ? Math.max(1, Math.floor(Math.min(view, innerHeight) / row) - 1) : 10;
}
