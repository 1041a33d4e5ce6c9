import type { Keyword } from '../../lib/article';
import { t } from '../i18n';

/** Where a keyword comes from, in plain words. */
export function originText({ origin, where }: Pick<Keyword, 'origin' | 'where'>): string {
  if (origin !== 'found') return t(`keyword_from_${origin}`);
  return t(where === 'title' ? 'keyword_from_title' : 'keyword_from_text');
}
