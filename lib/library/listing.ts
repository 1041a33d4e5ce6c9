/**
 * What makes lists instant: each row carries its labels together with what lists are narrowed and sorted by, and one
 * index over them answers “favourites in the archive, newest first” without reading any other row.
 */
import type { DBCore, DBCoreMutateRequest, Middleware } from 'dexie';
import type { ArticleRow, Listing } from '../article';
import { keywordLabel, type Label, tagLabel } from '../search/labels';
import { fold } from '../search/fold';
import { ownKeywords, ownLabel } from '../search/own-keywords';
import { tokenise } from '../search/tokenise';

export type { Label };

/** Follows `tokenise` and `fold`: rows must be listed anew when these change. */
const ownLabels = (row: ArticleRow): Label[] => ownKeywords(row).flatMap((term) => tokenise(fold(term)).map(ownLabel));

/** The row with its listing as the rest of it demands. */
export function withListing(row: ArticleRow): ArticleRow {
  const { state, savedAt, tags, keywords } = row;
  const labels = new Set<Label>([...tags.map(tagLabel), ...keywords.map(keywordLabel), ...ownLabels(row)]);
  if (row.openedAt === undefined) labels.add('unread');
  if (row.favourite) labels.add('favourite');
  return { ...row, listed: Array.from(labels, (label): Listing => [label, state, savedAt]) };
}

const listing = (request: DBCoreMutateRequest): DBCoreMutateRequest =>
  request.type === 'add' || request.type === 'put'
    ? { ...request, values: (request.values as ArticleRow[]).map(withListing) }
    : request;

/** Stands at the door of the database, so that nobody who writes a row can forget its listing. */
export const keepListing: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'keepListing',
  create: (core) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      return name === 'articles' ? { ...table, mutate: (request) => table.mutate(listing(request)) } : table;
    },
  }),
};
