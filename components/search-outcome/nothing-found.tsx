import type { Literal, Query } from '../../lib/search/query/query';
import { conditionsOf } from '../../lib/search/query/conditions-of';
import { withFilter, withoutCondition, withoutQuotes } from '../../lib/search/query/edit-query';
import { EmptyState } from '../empty-state/empty-state';
import { t } from '../i18n';
import { sayCondition } from '../search-reading/say-filter';

type Props = {
  typed: string;
  query: Query;
  /** Words that no article has, if it is known. */
  missing?: readonly string[];
  onSearch: (typed: string) => void;
  onClear: () => void;
};

/** More choices than these are no help. */
const MOST = 3;

const isTrash = (condition: Literal): boolean =>
  condition.kind === 'filter' && condition.filter.field === 'is' && condition.filter.what === 'trash';

/** Says why, if it is known, and offers what could be asked instead: each changes the query. */
export function NothingFound({ typed, query, missing = [], onSearch, onClear }: Props) {
  const conditions = conditionsOf(query);
  const dropped = conditions.filter(({ kind, not }) => kind === 'filter' || not).slice(0, MOST);
  const quoted = withoutQuotes(typed) !== typed.replace(/\s+/gu, ' ').trim();
  const wider = quoted || dropped.length > 0;
  const advice = t(wider ? 'search_nothing_text' : 'list_nothing_text');
  const why = missing.length > 0 ? `${t('search_nothing_missing', missing.join(' '))} ${advice}` : advice;
  return (
    <EmptyState title={t('list_nothing_title', typed.trim().slice(0, 100))} text={why}>
      {dropped.map((condition) => (
        <button
          key={condition.start}
          class="button"
          type="button"
          onClick={() => onSearch(withoutCondition(typed, condition))}
        >
          {t('search_said_drop', sayCondition(condition, typed))}
        </button>
      ))}
      {quoted && (
        <button class="button" type="button" onClick={() => onSearch(withoutQuotes(typed))}>
          {t('search_nothing_unquoted')}
        </button>
      )}
      {!conditions.some(isTrash) && (
        <button class="button" type="button" onClick={() => onSearch(withFilter(typed, t('search_trash_filter'), ''))}>
          {t('search_nothing_trash')}
        </button>
      )}
      <button class="button" type="button" onClick={onClear}>
        {t('list_clear_search')}
      </button>
    </EmptyState>
  );
}
