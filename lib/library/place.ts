/** Which articles a list shows. */
import type { ArticleRow, ArticleState } from '../article';
import { keywordKey, keywordLabel, type Label, tagKey, tagLabel } from '../search/labels';

export type Place = 'inbox' | 'unread' | 'favourites' | 'archive' | 'all' | 'trash';

/** Everything in a place that carries the tag and the keyword, if one is given. */
export type Filter = { place: Place; tag: string | null; keyword: string | null };

export function statesOf(place: Place): readonly ArticleState[] {
  return place === 'inbox' || place === 'archive' || place === 'trash' ? [place] : ['inbox', 'archive'];
}

/** The labels that an article must have, each of them. */
export function labelsOf({ place, tag, keyword }: Filter): Label[] {
  return [
    ...(tag === null ? [] : [tagLabel(tag)]),
    ...(keyword === null ? [] : [keywordLabel(keyword)]),
    ...(place === 'unread' ? (['unread'] as const) : []),
    ...(place === 'favourites' ? (['favourite'] as const) : []),
  ];
}

/** The same question, asked of one row. */
export function isIn({ place, tag, keyword }: Filter, row: ArticleRow): boolean {
  if (!statesOf(place).includes(row.state)) return false;
  if (place === 'unread' && row.openedAt !== undefined) return false;
  if (place === 'favourites' && !row.favourite) return false;
  if (keyword !== null && !row.keywords.some((one) => keywordKey(one) === keywordKey(keyword))) return false;
  return tag === null || row.tags.some((one) => tagKey(one) === tagKey(tag));
}
