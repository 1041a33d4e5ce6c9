/** The names under which the library's index of labels holds tags and keywords. */
import type { ArticleRow, Listing } from '../article';

export type Label = Listing[0];

/** Tags with the same key are one tag, however they are spelled. */
export const tagKey = (tag: string): string => tag.normalize('NFC').trim().toLowerCase();

/** Keywords with the same key are one keyword: capitals and full-width letters make no other. */
export const keywordKey = (keyword: string): string => keyword.normalize('NFKC').trim().toLowerCase();

export const tagLabel = (tag: string): Label => `tag:${tagKey(tag)}`;
export const keywordLabel = (keyword: string): Label => `keyword:${keywordKey(keyword)}`;

/** Keywords that the user gave to an article or took from it, as spelled: their stamps stay for good. */
export const editedKeywords = ({ stamps }: Pick<ArticleRow, 'stamps'>): string[] =>
  Object.keys(stamps).flatMap((name) => (name.startsWith('keyword:') ? [name.slice('keyword:'.length)] : []));
