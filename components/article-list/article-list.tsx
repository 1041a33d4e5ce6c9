import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { ArticleRow as Row } from '../../lib/article';
import type { ListItem } from '../../lib/library/list-source';
import { t } from '../i18n';
import { ArticleRow, type RowActions } from './article-row';
import { EndOfList } from './end-of-list';
import { neighbourRow, rowOf, stepThroughRows } from './row-focus';

type Props = RowActions & {
  items: readonly ListItem[];
  listRef: RefObject<HTMLUListElement | null>;
  /** ↑ on the first row: back to the search box. */
  onLeave: () => void;
  /** The last row came near: fetch more. */
  onEnd?: (() => void) | undefined;
};

/**
 * A plain list of links, which screen readers know best. One Tab stop; ↑ ↓ Home End move between rows,
 * Delete removes the row and moves on to its neighbour.
 */
export function ArticleList({ items, listRef, onLeave, onEnd, ...actions }: Props) {
  const current = useSignal<string | null>(null);
  const reachable = items.some(({ row }) => row.id === current.value) ? current.value : items[0]?.row.id;

  const remove = (row: Row, link: Element | null) => {
    const next = link && neighbourRow(link);
    actions.onRemove?.(row);
    if (next) next.focus();
    else onLeave();
  };

  const pressed = (event: KeyboardEvent) => {
    const link = rowOf(event.target);
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
    const item = items.find(({ row }) => row.id === link.closest('li')?.dataset.id);
    if ((event.key === 'Delete' || event.key === 'Backspace') && item && actions.onRemove) remove(item.row, link);
    else if (!stepThroughRows(event.key, link, onLeave)) return;
    event.preventDefault();
  };

  return (
    <>
      <ul
        ref={listRef}
        class="article-list"
        aria-label={t('list_label')}
        onKeyDown={pressed}
        onFocusIn={(event) => {
          current.value = (event.target as Element).closest('li[data-id]')?.getAttribute('data-id') ?? null;
        }}
      >
        {items.map((item) => (
          <ArticleRow
            key={item.row.id}
            item={item}
            reachable={item.row.id === reachable}
            {...actions}
            {...(actions.onRemove && {
              onRemove: (row: Row) => remove(row, listRef.current && linkOf(listRef.current, row)),
            })}
          />
        ))}
      </ul>
      {onEnd && <EndOfList key={items.length} onReached={onEnd} />}
    </>
  );
}

function linkOf(list: Element, row: Row): Element | null {
  return list.querySelector(`li[data-id="${CSS.escape(row.id)}"] > a`);
}
