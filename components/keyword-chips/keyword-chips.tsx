import type { Keyword } from '../../lib/article';
import { t } from '../i18n';

type Props = {
  keywords: readonly Pick<Keyword, 'term'>[];
  /** With it, each chip is a button. */
  onPick?: (term: string) => void;
};

/** An article's keywords, best first, as one quiet row. */
export function KeywordChips({ keywords, onPick }: Props) {
  if (keywords.length === 0) return null;
  return (
    <ul class="keyword-chips" aria-label={t('article_keywords')}>
      {keywords.map(({ term }) => (
        <li key={term}>
          {onPick ? (
            <button class="keyword-chip" onClick={() => onPick(term)}>
              {term}
            </button>
          ) : (
            <span class="keyword-chip">{term}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
