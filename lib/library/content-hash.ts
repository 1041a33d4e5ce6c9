import type { Extracted } from '../article';
import { hashBytes } from './hash-bytes';

/** Addresses of pictures are often signed anew at each visit: their queries are no part of the content. */
export const withoutPictureQueries = (html: string): string => html.replace(/(\ssrc="[^"?]*)\?[^"]*/gu, '$1');

/** SHA-256 of what a reader sees: headline and article. */
export function contentHash({ title, html }: Pick<Extracted, 'title' | 'html'>): Promise<string> {
  return hashBytes(new TextEncoder().encode(JSON.stringify([title, withoutPictureQueries(html)])));
}
