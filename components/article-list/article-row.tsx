import type { ArticleRow as Row } from '../../lib/article';
import type { ListItem } from '../../lib/library/list-source';
import { keywordKey } from '../../lib/search/labels';
import { t } from '../i18n';
import { MarkedText } from './marked-text';
import { rowDate, rowMinutes } from './row-texts';

export type RowActions = {
  hrefOf: (row: Row) => string;
  /** Absent: the link does what links do. */
  onOpen?: (row: Row, event: MouseEvent) => void;
  onRemove?: (row: Row) => void;
  onRestore?: (row: Row) => void;
  onKeyword?: (term: string) => void;
  /** While several are chosen, a click chooses instead of opening. */
  selection?: { chosen: ReadonlySet<string>; toggle: (id: string) => void } | undefined;
};

type Props = RowActions & {
  item: ListItem;
  place: number;
  /** Of the whole list, most of which is not in the page; -1 while it is unknown. */
  size: number;
  /** The one row of the list that the Tab key reaches. */
  reachable: boolean;
};

/** More would crowd the row; the reading view shows them all. */
const KEYWORDS_SHOWN = 4;

/** Rows of older versions may hold one keyword in several spellings. */
function distinct(terms: readonly string[]): string[] {
  const keys = terms.map(keywordKey);
  return terms.filter((_, place) => keys.indexOf(keys[place] ?? '') === place);
}

export function ArticleRow({ item, place, size, reachable, selection, ...actions }: Props) {
  const { hrefOf, onOpen, onRemove, onRestore, onKeyword } = actions;
  const { row, titleMarks = [], snippet } = item;
  const tabIndex = reachable ? 0 : -1;
  const date = row.publishedAt ?? row.savedAt;
  const opened = (event: MouseEvent) => {
    if (!selection) return onOpen?.(row, event);
    event.preventDefault();
    selection.toggle(row.id);
  };
  return (
    <li
      class={selection ? 'article-row choosing' : 'article-row'}
      data-id={row.id}
      data-place={place}
      aria-setsize={size}
      aria-posinset={place + 1}
    >
      {selection && (
        <input
          class="article-row-check"
          type="checkbox"
          tabIndex={tabIndex}
          checked={selection.chosen.has(row.id)}
          aria-label={t('library_select_row', row.title)}
          onChange={() => selection.toggle(row.id)}
        />
      )}
      <a
        class={row.openedAt ? 'article-row-link' : 'article-row-link unread'}
        href={hrefOf(row)}
        tabIndex={tabIndex}
        aria-keyshortcuts={onRemove ? 'Delete' : undefined}
        onClick={opened}
      >
        {!row.openedAt && <span class="visually-hidden">{t('list_unread')}: </span>}
        <span lang={row.lang || undefined} dir={row.dir}>
          <MarkedText text={row.title} marks={titleMarks} />
        </span>
      </a>
      <p class="article-row-meta">
        {row.source && <span>{row.source}</span>}
        <span>{rowDate(date)}</span>
        <span>{rowMinutes(row.minutes)}</span>
      </p>
      {snippet?.text && (
        <p class="article-row-snippet" lang={row.lang || undefined} dir={row.dir}>
          <MarkedText {...snippet} />
        </p>
      )}
      {row.keywords.length > 0 && onKeyword && (
        // A focus on what did not fit has scrolled it.
        <ul class="article-row-keywords" onFocusOut={({ currentTarget }) => (currentTarget.scrollTop = 0)}>
          {distinct(row.keywords)
            .slice(0, KEYWORDS_SHOWN)
            .map((term) => (
              <li key={term}>
                <button
                  type="button"
                  tabIndex={tabIndex}
                  dir="auto"
                  lang={row.lang || undefined}
                  title={t('list_keyword_filter', term)}
                  onClick={() => onKeyword(term)}
                >
                  {term}
                </button>
              </li>
            ))}
        </ul>
      )}
      {onRemove && !selection && (
        <RowButton
          label={t('list_remove')}
          name={t('list_remove_named', row.title)}
          tabIndex={tabIndex}
          icon="M3 4.5h10M6.5 4.5v-2h3v2m-5 0 .6 9h5.8l.6-9M6.8 7v4m2.4-4v4"
          onClick={() => onRemove(row)}
        />
      )}
      {onRestore && !selection && (
        <RowButton
          label={t('list_restore')}
          name={t('list_restore_named', row.title)}
          tabIndex={tabIndex}
          icon="M5.5 3 2.5 6l3 3m-3-3h7a4 4 0 0 1 0 8H6"
          onClick={() => onRestore(row)}
          shown
        />
      )}
    </li>
  );
}

type ButtonProps = {
  label: string;
  name: string;
  icon: string;
  tabIndex: number;
  onClick: () => void;
  /** Also while the row is neither pointed at nor focused. */
  shown?: boolean;
};

function RowButton({ label, name, icon, tabIndex, onClick, shown }: ButtonProps) {
  return (
    <button
      class={shown ? 'article-row-button shown' : 'article-row-button'}
      type="button"
      tabIndex={tabIndex}
      title={label}
      aria-label={name}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  );
}
