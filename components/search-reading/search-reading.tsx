import { conditionsOf } from '../../lib/search/query/conditions-of';
import type { Literal, Problem, Query } from '../../lib/search/query/query';
import { t } from '../i18n';
import { sayCondition } from './say-filter';

type Props = {
  typed: string;
  query: Query;
  /** A condition was taken back. */
  onDrop: (condition: Literal) => void;
  /** Show where a problem stands: select it in the box. */
  onShow: (problem: Problem) => void;
};

/** As much of a piece of text as is needed to know it again. */
const SHORT = 30;
const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

/** Under the box: how filters and exclusions were understood, and what was not. Nothing for plain words. */
export function SearchReading({ typed, query, onDrop, onShow }: Props) {
  const conditions = conditionsOf(query).filter(({ kind, not }) => kind === 'filter' || not);
  if (conditions.length === 0 && query.problems.length === 0) return null;
  return (
    <div class="search-reading">
      {conditions.length > 0 && (
        <ul class="search-reading-conditions" aria-label={t('search_said')}>
          {conditions.map((condition) => (
            <li key={`${condition.start}-${condition.end}`}>
              <Condition said={short(sayCondition(condition, typed))} onDrop={() => onDrop(condition)} />
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {query.problems.slice(0, 3).map((problem) => (
          <p key={`${problem.start}-${problem.code}`} class="search-reading-problem">
            <button type="button" title={t('search_problem_show')} onClick={() => onShow(problem)}>
              {short(typed.slice(problem.start, problem.end))}
            </button>{' '}
            {t(`search_problem_${problem.code}`)}
          </p>
        ))}
      </div>
    </div>
  );
}

function Condition({ said, onDrop }: { said: string; onDrop: () => void }) {
  return (
    <button type="button" class="search-reading-condition" aria-label={t('search_said_drop', said)} onClick={onDrop}>
      {said}
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m5 5 6 6m0-6-6 6" />
      </svg>
    </button>
  );
}
