/** What a list shows only after its first rows: most of it while something is searched for. A chunk of its own. */
import { useMemo } from 'preact/hooks';
import type { LibraryModel } from '../../lib/library/model';
import { withFilter, withoutCondition } from '../../lib/search/query/edit-query';
import { parseQuery } from '../../lib/search/query/parse-query';
import type { Problem } from '../../lib/search/query/query';
import { EmptyState } from '../empty-state/empty-state';
import { t } from '../i18n';
import { SearchHelp } from '../search-box/search-help';
import { SearchCompletion } from '../search-completion/search-completion';
import { SearchFacets } from '../search-facets/search-facets';
import { NothingFound } from '../search-outcome/nothing-found';
import { RelaxedNotice } from '../search-outcome/relaxed-notice';
import { SearchOrder } from '../search-outcome/search-order';
import { SearchReading } from '../search-reading/search-reading';
import { ListTrouble } from './list-trouble';
import { UndoToast } from './undo-toast';

const useQuery = (typed: string) => useMemo(() => parseQuery(typed, new Date()), [typed]);

type HeadProps = {
  model: LibraryModel;
  /** From a button: the box has the focus again. */
  onSearch: (typed: string) => void;
  onProblem: (problem: Problem) => void;
};

/** Below the search box: how the query was understood, and what its results have in common. */
function Head({ model, onSearch, onProblem }: HeadProps) {
  const typed = model.query.value;
  const query = useQuery(typed);
  const facets = model.facets.value;
  return (
    <>
      <SearchReading
        typed={typed}
        query={query}
        onDrop={(condition) => onSearch(withoutCondition(typed, condition))}
        onShow={onProblem}
      />
      {facets && <SearchFacets facets={facets} onNarrow={(name, value) => onSearch(withFilter(typed, name, value))} />}
    </>
  );
}

type OutcomeProps = { model: LibraryModel; onSearch: (typed: string) => void; onClear: () => void };

/** Above the results: that they are not quite what was asked for, or that there are none and what else could be asked. */
function Outcome({ model, onSearch, onClear }: OutcomeProps) {
  const typed = model.query.value;
  const query = useQuery(typed);
  return (
    <>
      <RelaxedNotice relaxed={model.relaxed.value} />
      {model.items.value?.length === 0 && (
        <NothingFound typed={typed} query={query} onSearch={onSearch} onClear={onClear} />
      )}
    </>
  );
}

/** No article has the keyword that the list is narrowed to. */
function NoneLeft({ name, onClear }: { name: string; onClear: () => void }) {
  return (
    <EmptyState title={t('list_none_left_title', name)} text={t('list_none_left_text')}>
      <button class="button" type="button" onClick={onClear}>
        {t('label_clear')}
      </button>
    </EmptyState>
  );
}

export const lateParts = {
  Head,
  Outcome,
  NoneLeft,
  Order: SearchOrder,
  Help: SearchHelp,
  Completion: SearchCompletion,
  ListTrouble,
  UndoToast,
};
