import { fetchPage } from '../../lib/extract/paging/fetch-page';
import type { PageAnswer } from '../../lib/extract/paging/page-answer';
import type { PageSender } from './doors';
import { check, schemas } from './schemas';

/**
 * A further page of the article that is being read. Fetched here, since in Firefox the page's own rules (`connect-src`) bind
 * a content script. This worker has the cookies of normal windows only: on behalf of a private one none are sent.
 */
export function nextPage(data: unknown, { url: first, incognito }: PageSender): Promise<PageAnswer> {
  return fetchPage(fetch, { ...check(schemas.furtherPage, data), first, cookies: !incognito });
}
