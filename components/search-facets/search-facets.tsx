import { t } from '../i18n';

type Facet = { name: string; count: number };

/** What the results have in common; `of` them were looked at. */
export type Facets = { sources: readonly Facet[]; keywords: readonly Facet[]; of: number };

type Props = {
  facets: Facets;
  /** Picked: `name` is what the filter is called in the search box, with its colon. */
  onNarrow: (name: string, value: string) => void;
};

const MOST = 6;

/** Sources and keywords of the results with their counts; only those that narrow them. */
export function SearchFacets({ facets, onNarrow }: Props) {
  const some = (of: readonly Facet[]) => of.filter(({ count }) => count < facets.of).slice(0, MOST);
  const groups = [
    { title: t('search_facets_sources'), name: t('search_name_source'), of: some(facets.sources) },
    { title: t('search_facets_keywords'), name: t('search_name_keyword'), of: some(facets.keywords) },
  ];
  const narrowing = groups.filter((group) => group.of.length > 0);
  if (narrowing.length === 0) return null;
  return (
    <div class="search-facets" role="group" aria-label={t('search_facets')}>
      {narrowing.map(({ title, name, of }) => (
        <dl key={title}>
          <dt>{title}</dt>
          {of.map((facet) => (
            <dd key={facet.name}>
              <button
                type="button"
                aria-label={t('search_facets_add', facet.name, facet.count)}
                onClick={() => onNarrow(name, facet.name)}
              >
                {facet.name} <span>{facet.count}</span>
              </button>
            </dd>
          ))}
        </dl>
      ))}
    </div>
  );
}
