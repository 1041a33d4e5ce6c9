import { t } from '../i18n';

export type Order = 'relevance' | 'date';

/** Best or newest first. */
export function SearchOrder({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  return (
    <select
      class="search-order"
      aria-label={t('search_sort')}
      value={order}
      onChange={(event) => onOrder(event.currentTarget.value === 'date' ? 'date' : 'relevance')}
    >
      <option value="relevance">{t('search_sort_relevance')}</option>
      <option value="date">{t('search_sort_date')}</option>
    </select>
  );
}
