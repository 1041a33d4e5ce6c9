import type { Keyword } from '../../lib/article';
import { Chip } from '../chip/chip';
import { t } from '../i18n';
import { originText } from './origin-text';

/** An article's keywords, best first, as one quiet row that only tells. */
export function KeywordChips({ keywords }: { keywords: readonly Keyword[] }) {
  if (keywords.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('article_keywords')}>
      {keywords.map((keyword, place) => (
        <Chip key={keyword.term} name={keyword.term} id={`keyword-tip-${place}`} tip={originText(keyword)} />
      ))}
    </ul>
  );
}
