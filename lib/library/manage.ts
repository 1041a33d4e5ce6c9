/** What the library page does beside showing lists: whole views, tags. The popup goes without it. */
import { liveQuery } from 'dexie';
import type { ArticleId } from '../article';
import { search, searcher } from '../search/search';
import { allTags, type TagCount } from './all-tags';
import type { Bulk } from './bulk';
import { doneOf, type Done } from './done';
import { refusing } from './list-failure';
import { backendOf } from './backend';
import type { LabelKind } from './label-fields';
import { listIds } from './list-ids';
import type { ListCounts, ListView } from './list-source';
import { purge, trashedLongAgo } from './purge';
import { dropLabel, renameLabel } from './rename-label';
import type { LibraryDb } from './schema';
import { allowTerm } from './term-prefs';
import { type CountsMemory, watchCounts } from './watch-counts';
import { conditionsOf, queryOf } from './watch-search';

/** Every article that the view holds, shown or not: what “select all” means. */
async function idsOf(db: LibraryDb, view: ListView): Promise<ArticleId[]> {
  const query = queryOf(view);
  if (!query) return listIds(db, view);
  const engine = searcher(await backendOf(db));
  const { hits } = await search(engine, query, { within: conditionsOf(view), limit: Infinity, sort: view.order });
  return hits.map(({ article }) => article.id);
}

export type LibraryManager = ReturnType<typeof manageLibrary>;

const FORGETFUL: CountsMemory = { read: () => null, write: () => {} };

/** Each function rejects with a `ListFailure`; those that rename also with `LabelError`. */
export const manageLibrary = (db: LibraryDb, memory = FORGETFUL) => ({
  idsOf: (view: ListView) => idsOf(db, view).catch(refusing('open')),
  /** Answers now and after each change with the number of articles in each place. Returns the way to stop. */
  watchCounts: (onCounts: (counts: ListCounts) => void): (() => void) => watchCounts(db, memory, onCounts),
  /** Answers now and after each change with the tags in use outside the trash. Returns the way to stop. */
  watchTags(onTags: (tags: TagCount[]) => void): () => void {
    // A page that counts need not say that it could not: its list asks the same database and does.
    const subscription = liveQuery(() => allTags(db)).subscribe({ next: onTags, error: () => {} });
    return () => subscription.unsubscribe();
  },
  /** Removes articles from the trash for good and answers how many. There is no way back. */
  purge: (ids: readonly ArticleId[], bulk: Bulk): Promise<number> => purge(db, ids, bulk).catch(refusing('write')),
  /** What has been in the trash for more than 30 days. */
  trashedLongAgo: (now: number): Promise<ArticleId[]> => trashedLongAgo(db, now).catch(refusing('open')),
  /** On every article, the trash included; those that are saved later get a keyword's new name, too. */
  renameLabel: (kind: LabelKind, from: string, to: string, bulk: Bulk): Promise<Done> =>
    doneOf(db, renameLabel(db, kind, from, to, bulk)),
  /** From every article, the trash included; those that are saved later are not given a keyword, either. */
  dropLabel: (kind: LabelKind, name: string, bulk: Bulk): Promise<Done> => doneOf(db, dropLabel(db, kind, name, bulk)),
  /** A keyword that was removed may be given to articles that are saved later. */
  allowTerm: (term: string, now: number): Promise<void> => allowTerm(db, term, now).catch(refusing('write')),
});
